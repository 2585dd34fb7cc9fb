import { z } from "zod";

const Fields = z.record(z.string(), z.unknown());

/** The fields of a token endpoint's answer, JSON or form-encoded (GitHub's default); null when it is neither. */
export function parseAnswer(contentType: string, text: string): Readonly<Record<string, unknown>> | null {
  if (contentType.toLowerCase().startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    const parsed = Fields.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
