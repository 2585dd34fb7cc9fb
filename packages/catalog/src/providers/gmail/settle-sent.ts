import type { ProviderRequest, ProviderResponse, RequestContext } from "@clawlink/provider-kit";
import { z } from "zod";
import { searchFor } from "./message-id.ts";

// An empty list does not fit, so the outcome stays unknown: Gmail may have given the e-mail another Message-ID.
const Found = z.object({ messages: z.tuple([z.object({ id: z.string(), threadId: z.string().nullish() })]) });

/** Looks a sent e-mail up by its Message-ID. */
export const settleSent = {
  request: (_input: unknown, { mark }: RequestContext): ProviderRequest => ({
    method: "GET",
    path: "/messages",
    query: searchFor(mark),
  }),
  result: ({ body }: ProviderResponse) => Found.parse(body).messages[0],
};
