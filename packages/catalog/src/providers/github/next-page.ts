import type { ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";

/** `nextPage` of a list. */
export const nextPageField = z.number().nullable().describe("Pass it as page for the next page; null on the last.");

/** The page after this one, as the Link header tells (RFC 8288); null on the last. */
export function nextPage({ headers }: ProviderResponse): number | null {
  const next = /<([^>]*)>;\s*rel="next"/.exec(headers.link ?? "")?.[1];
  const page = next && URL.canParse(next) ? Number(new URL(next).searchParams.get("page")) : 0;
  return Number.isInteger(page) && page > 0 ? page : null;
}
