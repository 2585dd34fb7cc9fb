import { z } from "zod";

/** A domain without its DNS records. */
export const DomainOutput = z.object({
  id: z.string().describe("Id of the domain."),
  name: z.string().describe("Domain name."),
  status: z.string().nullish().describe("not_started, pending, verified, failed or temporary_failure."),
  region: z.string().nullish().describe("Region mail is sent from."),
  created_at: z.string().nullish().describe("When it was added."),
});

/** A domain with the DNS records its owner has to set. */
export const DomainWithRecords = DomainOutput.extend({
  records: z
    .array(
      z.object({
        record: z.string().nullish().describe("What it is for: SPF, DKIM …"),
        type: z.string().nullish().describe("DNS record type."),
        name: z.string().nullish().describe("Host name to set it on."),
        value: z.string().nullish().describe("Value to set."),
        ttl: z.string().nullish().describe("Time to live."),
        priority: z.number().nullish().describe("Priority, for MX records."),
        status: z.string().nullish().describe("Whether Resend has seen it."),
      }),
    )
    .nullish()
    .describe("DNS records to set at the domain's DNS provider."),
});
