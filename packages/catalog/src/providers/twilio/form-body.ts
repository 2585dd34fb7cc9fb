import type { RequestBody } from "@clawlink/provider-kit";

/** A form as Twilio reads it: a list repeats its name (`MediaUrl=a&MediaUrl=b`); brackets would be ignored. */
export function formBody(
  fields: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): RequestBody {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) form.append(name, String(item));
  }
  return { content: form.toString(), contentType: "application/x-www-form-urlencoded" };
}
