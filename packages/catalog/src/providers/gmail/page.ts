import { z } from "zod";

/** `limit` and `pageToken` of a list, `fallback` items at a time. */
export function pageFields(fallback: number) {
  return {
    limit: z
      .int()
      .min(1)
      .max(100)
      .default(fallback)
      .describe(`How many at the most, 1 to 100; ${fallback} when left out.`),
    pageToken: z.string().min(1).max(500).optional().describe("nextPageToken of the page before."),
  };
}

/** A Gmail search, as one would type it in Gmail. */
export const query = z
  .string()
  .max(1000)
  .optional()
  .describe('Gmail search, such as "from:ann@example.com is:unread newer_than:7d has:attachment".');

/** Labels that all must be there. */
export const labelFilter = z
  .array(z.string().min(1).max(200))
  .max(20)
  .optional()
  .describe("Only those with all of these label ids, such as INBOX or UNREAD.");

/** What a page of a list carries beside its items. */
export const pageOutput = {
  nextPageToken: z.string().nullish().describe("Pass it as pageToken for the next page; absent on the last."),
  resultSizeEstimate: z.number().nullish().describe("Gmail's rough count of all matches."),
};

/** An id of an e-mail, conversation, draft or attachment. */
export const idOf = (what: string) => z.string().min(1).max(2000).describe(`Id of the ${what}.`);

/** Query parameters of a page. */
export const pageQuery = (input: { limit: number; pageToken?: string | undefined }) => ({
  maxResults: input.limit,
  pageToken: input.pageToken,
});
