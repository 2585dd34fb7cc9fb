import { z } from "zod";

const markerOf = (mark: string) => `<!-- clawlink:${mark} -->`;

/** The longest text that leaves room for the marker below GitHub's 65,536 characters. */
export const longestText = 65_480;

/** Text in Markdown with a marker that GitHub keeps and does not show. */
export const marked = (text: string | undefined, mark: string) => (text ? `${text}\n\n` : "") + markerOf(mark);

/** A text that GitHub hands out, as it was given. */
export const Text = z.string().overwrite((text) => text.replace(/\s*<!-- clawlink:[0-9a-f]{32} -->\s*$/, ""));

/** The one of a newest-first list that carries the marker; null when none does. */
export function bearing(mark: string, list: unknown): unknown {
  const marker = markerOf(mark);
  const found = z.array(z.looseObject({ body: z.string().nullish() })).parse(list);
  return found.find(({ body }) => body?.includes(marker)) ?? null;
}
