import { z } from "zod";

/** Inputs of a paged list (https://docs.slack.dev/apis/web-api/pagination). */
export const pageFields = {
  limit: z.int().min(1).max(200).default(20).describe("How many to return; Slack may return fewer."),
  cursor: z.string().min(1).max(500).optional().describe("next_cursor of the page before."),
};

/** Output of every list. */
export const nextCursor = z.string().nullable().describe("Pass as cursor for the next page; null on the last.");

const Page = z.object({ response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish() });

/** The cursor of the next page; Slack writes the last page's as an empty text. */
export function readNextCursor(body: unknown): string | null {
  return Page.parse(body).response_metadata?.next_cursor || null;
}
