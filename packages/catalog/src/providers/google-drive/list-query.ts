import type { QueryValue } from "@clawlink/provider-kit";
import { z } from "zod";
import { FileOutput, fileFields } from "./file-output.ts";

/** `text` as a string of Drive's query language. */
export const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** Query parameters of a list of files that fulfil all clauses, shared drives included. */
export function listQuery(
  clauses: readonly (string | false | undefined)[],
  input: { limit: number; pageToken?: string | undefined; orderBy?: string | undefined },
): Record<string, QueryValue> {
  return {
    q: clauses.filter(Boolean).join(" and "),
    orderBy: input.orderBy,
    pageSize: input.limit,
    pageToken: input.pageToken,
    fields: `nextPageToken,files(${fileFields})`,
    supportsAllDrives: true,
    includeItemsFromAllDrives: true,
  };
}

/** A page of files. */
export const FilePage = z.object({
  files: z.array(FileOutput),
  nextPageToken: z.string().nullish().describe("Pass it as pageToken for the next page; absent on the last."),
});
