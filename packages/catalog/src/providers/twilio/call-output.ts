import { z } from "zod";

/** A call as every call action shows it. */
export const CallOutput = z.object({
  sid: z.string().describe("Id of the call (CA…)."),
  from: z.string().nullish().describe("Who calls."),
  to: z.string().nullish().describe("Who is called."),
  status: z
    .string()
    .nullish()
    .describe("queued, initiated, ringing, in-progress, completed, busy, no-answer, canceled or failed."),
  direction: z.string().nullish().describe("inbound, outbound-api or outbound-dial."),
  duration: z.string().nullish().describe("Length in seconds, once it has ended."),
  answered_by: z.string().nullish().describe("human or machine, if that was asked for."),
  price: z.string().nullish().describe("What it cost; negative, and known once it has ended."),
  price_unit: z.string().nullish().describe("Currency of the price."),
  start_time: z.string().nullish().describe("When it began (RFC 2822)."),
  end_time: z.string().nullish().describe("When it ended (RFC 2822)."),
});
