import { z } from "zod";

const Shaped = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error.message),
  z
    .object({ errors: z.array(z.object({ message: z.string() })).min(1) })
    .transform(({ errors }) => errors.map(({ message }) => message).join(" ")),
  z.object({ error_description: z.string() }).transform(({ error_description }) => error_description),
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.object({ error: z.string() }).transform(({ error }) => error),
]);

/** A provider's text made safe to show: one line, no control characters, 500 characters at the most. */
export function cleanText(text: string): string {
  // An answer may hold 25 MB of text: only its beginning is ever looked at.
  const visible = text.slice(0, 4_000).replace(/[\p{Cc}\p{Cf}\s]+/gu, " ");
  return visible.trim().slice(0, 500).toWellFormed();
}

/** What a provider said about its refusal, cleaned; null when it said nothing readable. HTML is not worth showing. */
export function providerMessage(body: unknown): string | null {
  const shaped = Shaped.safeParse(body);
  if (shaped.success) return cleanText(shaped.data) || null;
  return typeof body === "string" && !/^\s*</.test(body) ? cleanText(body) || null : null;
}
