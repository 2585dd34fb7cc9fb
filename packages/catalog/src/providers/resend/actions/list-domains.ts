import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { DomainOutput } from "../domain-output.ts";
import { pageFields, readPage } from "../page.ts";

export const action = defineAction({
  id: "list_domains",
  title: "List sending domains",
  description: "Lists the domains e-mail can be sent from, with their verification status.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/domains/list-domains",
  hints: {
    tags: ["sender", "dns", "verified", "send from"],
    whenToUse: ["You need a verified domain to send from, or the id of a domain."],
    followups: ["get_domain", "send_email"],
    examples: [{ title: "All domains", arguments: {} }],
  },
  input: z.object(pageFields),
  output: z.object({
    domains: z.array(DomainOutput).describe("Domains."),
    next_cursor: z.string().nullable().describe("Pass as cursor for the next page; null on the last."),
  }),
  request: ({ limit, cursor }) => ({ method: "GET", path: "/domains", query: { limit, after: cursor } }),
  result: ({ body }) => {
    const { items, next_cursor } = readPage(body);
    return { domains: items, next_cursor };
  },
});
