/** The beginning of a value that was too large to record, as it is recorded then (engine/redact.ts); null for any other value. */
export function beginningOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("clawlink_record" in value)) return null;
  const beginning: unknown = Reflect.get(value, "beginning");
  return typeof beginning === "string" ? beginning : "";
}
