import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";

export const action = defineAction({
  id: "delete_domain",
  title: "Delete a sending domain",
  description: "Removes a domain: nothing can be sent from it until it is added and verified again.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/domains/delete-domain",
  hints: {
    tags: ["remove domain", "sender"],
    whenToUse: ["A domain is no longer sent from."],
    askBefore: ["Name the domain and say that sending from it stops at once."],
    examples: [{ title: "By id", arguments: { domain_id: "d91cd9bd-1176-453e-8fc1-35364d380206" } }],
  },
  input: z.object({ domain_id: z.guid().describe("Id of the domain, from list_domains.") }),
  output: z.object({
    id: z.string().describe("Id of the domain."),
    deleted: z.boolean().describe("Whether it is gone."),
  }),
  request: ({ domain_id }) => ({ method: "DELETE", path: path`/domains/${domain_id}` }),
  result: (response) => response.body,
});
