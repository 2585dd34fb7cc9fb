import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { DomainWithRecords } from "../domain-output.ts";

export const action = defineAction({
  id: "get_domain",
  title: "Get a sending domain",
  description: "Shows a domain's verification status and the DNS records it needs.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/domains/get-domain",
  hints: {
    tags: ["dns records", "spf", "dkim", "verification"],
    whenToUse: ["Someone asks why a domain is not verified, or which DNS records to set."],
    followups: ["verify_domain"],
    examples: [{ title: "By id", arguments: { domain_id: "d91cd9bd-1176-453e-8fc1-35364d380206" } }],
  },
  input: z.object({ domain_id: z.guid().describe("Id of the domain, from list_domains.") }),
  output: DomainWithRecords,
  request: ({ domain_id }) => ({ method: "GET", path: path`/domains/${domain_id}` }),
  result: (response) => response.body,
});
