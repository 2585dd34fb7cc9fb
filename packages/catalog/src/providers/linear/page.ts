import { z } from "zod";

/** Inputs of a paged list (https://linear.app/developers/pagination). */
export const pageFields = {
  limit: z.int().min(1).max(100).default(20).describe("How many to return."),
  cursor: z.string().min(1).max(500).optional().describe("next_cursor of the page before."),
};

/** Output of every list. */
export const nextCursor = z.string().nullable().describe("Pass as cursor for the next page; null on the last.");

const Connection = z.object({
  nodes: z.array(z.unknown()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});

/** A connection's nodes, and the cursor of the next page. */
export function readConnection(connection: unknown): { nodes: unknown[]; next_cursor: string | null } {
  const { nodes, pageInfo } = Connection.parse(connection);
  return { nodes, next_cursor: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null };
}

/** The value `data` holds under `path`; undefined where there is none. */
export function readData(body: unknown, ...path: readonly string[]): unknown {
  let value: unknown = body;
  for (const key of ["data", ...path]) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
