/** What a hidden field of a form holds as JSON; undefined when it is none. */
export function readJson(value: FormDataEntryValue | null): unknown {
  if (typeof value !== "string") return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
