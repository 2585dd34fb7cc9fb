import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";

export const action = defineAction({
  id: "verify_domain",
  title: "Verify a sending domain",
  description: "Asks Resend to look for a domain's DNS records now; get_domain tells how it went.",
  effect: "write",
  idempotent: true,
  reversible: false,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/domains/verify-domain",
  hints: {
    tags: ["dns check", "verification", "spf", "dkim"],
    whenToUse: ["The DNS records of a domain have been set and should be looked at."],
    askBefore: ["Make sure the DNS records are set: a failed check takes a while to be repeated."],
    followups: ["get_domain"],
    examples: [{ title: "By id", arguments: { domain_id: "d91cd9bd-1176-453e-8fc1-35364d380206" } }],
  },
  input: z.object({ domain_id: z.guid().describe("Id of the domain, from list_domains.") }),
  output: z.object({ id: z.string().describe("Id of the domain being verified.") }),
  request: ({ domain_id }) => ({ method: "POST", path: path`/domains/${domain_id}/verify` }),
  result: (response) => response.body,
});
