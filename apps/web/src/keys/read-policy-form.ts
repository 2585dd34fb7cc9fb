import { readJson } from "../http/read-json.ts";

/** Choosing nothing means no limit. */
const chosen = <T>(values: readonly T[]): readonly T[] | null => (values.length > 0 ? values : null);

/** The fields of a form with `PolicyInput` in it; `policy` is what was chosen, as it came. */
export function readPolicyForm(form: FormData): Record<string, unknown> {
  const policy = form.has("maxEffect")
    ? {
        maxEffect: form.get("maxEffect"),
        confirmation: form.get("confirmation"),
        apps: chosen(form.getAll("apps")),
        connections: chosen(form.getAll("connections").map(Number)),
      }
    : readJson(form.get("policy"));
  return { ...Object.fromEntries(form), policy };
}
