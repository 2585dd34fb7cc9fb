import { z } from "zod";

/** An id of Drive's, such as stands in a file's address. */
export const idOf = (what: string) =>
  z
    .string()
    .min(1)
    .max(200)
    .regex(/^[\w.-]+$/, "Must be an id, not a name or address.")
    .describe(`Id of the ${what}.`);

export const fileId = idOf("file or folder, from search_files");

/** A file's name. */
export const fileName = z.string().trim().min(1).max(1000);

/** `limit` and `pageToken` of a list. */
export const pageFields = {
  limit: z.int().min(1).max(100).default(20).describe("How many at the most, 1 to 100."),
  pageToken: z.string().min(1).max(2000).optional().describe("nextPageToken of the page before."),
};
