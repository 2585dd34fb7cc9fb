import { z } from "zod";

/** Inputs of a paged list (https://www.twilio.com/docs/usage/twilios-response#pagination). */
export const pageFields = {
  limit: z.int().min(1).max(100).default(20).describe("How many to return."),
  cursor: z.string().min(1).max(300).optional().describe("next_cursor of the page before, with the same filters."),
};

/** Output of every list. */
export const nextCursor = z.string().nullable().describe("Pass as cursor for the next page; null on the last.");

/** Query parameters of a list. A cursor is the page's number and, where Twilio gave one, its token. */
export function pageQuery(input: { readonly limit: number; readonly cursor?: string | undefined }) {
  const cursor = new URLSearchParams(input.cursor);
  return { PageSize: input.limit, Page: cursor.get("Page"), PageToken: cursor.get("PageToken") };
}

const Page = z.object({
  next_page_uri: z.string().nullish(),
  meta: z.object({ next_page_url: z.string().nullish() }).nullish(),
});

/** The cursor of the next page, from the link Twilio gives to it, or null on the last. */
export function readNextCursor(body: unknown): string | null {
  const { next_page_uri, meta } = Page.parse(body);
  const query = (next_page_uri ?? meta?.next_page_url)?.split("?")[1];
  if (!query) return null;
  const cursor = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === "Page" || name === "PageToken") cursor.append(name, value);
  }
  return cursor.toString() || null;
}
