import type { QueryValue } from "@clawlink/provider-kit";
import { z } from "zod";

/** Inputs of a paged list (https://docs.stripe.com/api/pagination). */
export const pageFields = {
  limit: z.int().min(1).max(100).default(10).describe("How many to return, newest first."),
  cursor: z.string().min(1).max(255).optional().describe("next_cursor of the page before."),
};

/** Inputs that narrow a list by time of creation. */
export const createdFields = {
  created_after: z.iso.datetime({ offset: true }).optional().describe("Only those made at or after, ISO 8601."),
  created_before: z.iso.datetime({ offset: true }).optional().describe("Only those made at or before, ISO 8601."),
};

/** Output of every list. */
export const nextCursor = z.string().nullable().describe("Pass as cursor for the next page; null on the last.");

const seconds = (time: string | undefined) => (time === undefined ? undefined : Math.floor(Date.parse(time) / 1000));

/** Query parameters of a list; Stripe counts time in Unix seconds. */
export function pageQuery(input: {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly created_after?: string | undefined;
  readonly created_before?: string | undefined;
}): Record<string, QueryValue> {
  return {
    limit: input.limit,
    starting_after: input.cursor,
    "created[gte]": seconds(input.created_after),
    "created[lte]": seconds(input.created_before),
  };
}

const Page = z.object({ data: z.array(z.looseObject({ id: z.string() })), has_more: z.boolean() });

/** A list answer's items, and the id the next page starts after. */
export function readPage(body: unknown): { items: unknown[]; next_cursor: string | null } {
  const { data, has_more } = Page.parse(body);
  return { items: data, next_cursor: has_more ? (data.at(-1)?.id ?? null) : null };
}
