import { z } from "zod";

/** Inputs of a paged list (https://resend.com/docs/api-reference/pagination). */
export const pageFields = {
  limit: z.int().min(1).max(100).default(20).describe("How many to return."),
  cursor: z.string().min(1).max(100).optional().describe("next_cursor of the page before."),
};

const Page = z.object({ data: z.array(z.looseObject({ id: z.string() })), has_more: z.boolean().nullish() });

/** A list answer's items, and the id the next page starts after. */
export function readPage(body: unknown): { items: unknown[]; next_cursor: string | null } {
  const { data, has_more } = Page.parse(body);
  return { items: data, next_cursor: has_more ? (data.at(-1)?.id ?? null) : null };
}
