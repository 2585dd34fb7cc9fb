import { z } from "zod";

/** A message as every message action shows it. */
export const MessageOutput = z.object({
  sid: z.string().describe("Id of the message (SM… or MM…)."),
  from: z.string().nullish().describe("Sender."),
  to: z.string().nullish().describe("Recipient."),
  body: z.string().nullish().describe("Text."),
  status: z
    .string()
    .nullish()
    .describe("queued, sent, delivered, undelivered, failed, received, scheduled, canceled …"),
  direction: z.string().nullish().describe("inbound, outbound-api, outbound-call or outbound-reply."),
  num_segments: z.string().nullish().describe("How many text messages it took."),
  num_media: z.string().nullish().describe("How many attachments it has."),
  price: z.string().nullish().describe("What it cost; negative, and known once it was sent."),
  price_unit: z.string().nullish().describe("Currency of the price."),
  error_code: z.number().nullish().describe("Twilio's error number, if it failed."),
  error_message: z.string().nullish().describe("Why it failed."),
  messaging_service_sid: z.string().nullish().describe("Messaging service it went through."),
  date_created: z.string().nullish().describe("When it was made (RFC 2822)."),
  date_sent: z.string().nullish().describe("When it was sent (RFC 2822)."),
});
