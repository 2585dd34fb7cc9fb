import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { DomainWithRecords } from "../domain-output.ts";

export const action = defineAction({
  id: "create_domain",
  title: "Add a sending domain",
  description: "Adds a domain to send from and tells which DNS records its owner has to set.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/domains/create-domain",
  hints: {
    tags: ["new domain", "sender", "dns"],
    whenToUse: ["Someone wants to send from a domain that Resend does not know yet."],
    askBefore: ["Confirm the domain and the region; the region cannot be changed later."],
    followups: ["verify_domain", "get_domain"],
    examples: [{ title: "In Europe", arguments: { name: "mail.example.com", region: "eu-west-1" } }],
  },
  input: z.object({
    name: z
      .string()
      .max(253)
      .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i, "Not a domain name.")
      .describe("Domain or subdomain, such as mail.example.com."),
    region: z
      .enum(["us-east-1", "eu-west-1", "sa-east-1", "ap-northeast-1"])
      .default("us-east-1")
      .describe("Region mail is sent from."),
  }),
  output: DomainWithRecords,
  request: (input) => ({ method: "POST", path: "/domains", body: { json: input } }),
  result: (response) => response.body,
});
