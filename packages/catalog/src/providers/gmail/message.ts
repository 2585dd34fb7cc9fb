import { z } from "zod";

const Header = z.object({ name: z.string(), value: z.string() });

/** A MIME part as Gmail hands it out: the body decoded from its transfer encoding, then base64url. */
export const Part = z.object({
  mimeType: z.string().nullish(),
  filename: z.string().nullish(),
  headers: z.array(Header).nullish(),
  body: z
    .object({ size: z.number().nullish(), data: z.string().nullish(), attachmentId: z.string().nullish() })
    .nullish(),
  get parts() {
    return z.array(Part).nullish();
  },
});
export type Part = z.infer<typeof Part>;

/** Gmail's message resource, format=full or less. */
export const Message = z.object({
  id: z.string(),
  threadId: z.string().nullish(),
  labelIds: z.array(z.string()).nullish(),
  snippet: z.string().nullish(),
  internalDate: z.string().nullish(),
  payload: Part.nullish(),
});
export type Message = z.infer<typeof Message>;

/** A header's value by its name in any case; null when it is absent. */
export function headerOf(part: Part | null | undefined, name: string): string | null {
  return part?.headers?.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? null;
}
