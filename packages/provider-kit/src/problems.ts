import type { z } from "zod";

/** What is wrong with an input, in dotted paths. */
export interface Problems {
  readonly missingFields: readonly string[];
  readonly invalidFields: readonly string[];
  /** One sentence a field. */
  readonly messages: readonly string[];
}

/** Whether `raw` has nothing at `path`: then the field is missing rather than wrong. */
function absentAt(raw: unknown, path: readonly PropertyKey[]): boolean {
  let value = raw;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return true;
    value = Reflect.get(value, key);
  }
  return value === undefined;
}

/** Sorts a schema's complaints about `raw` into missing and invalid fields. */
export function problemsOf(error: z.ZodError, raw: unknown): Problems {
  const missing = new Set<string>();
  const invalid = new Set<string>();
  const messages: string[] = [];
  for (const issue of error.issues) {
    const name = issue.path.map(String).join(".") || "(arguments)";
    (absentAt(raw, issue.path) ? missing : invalid).add(name);
    messages.push(`${name}: ${issue.message}`);
  }
  return { missingFields: [...missing], invalidFields: [...invalid], messages };
}
