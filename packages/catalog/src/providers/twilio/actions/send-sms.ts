import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { messageAddress, sid } from "../fields.ts";
import { formBody } from "../form-body.ts";
import { MessageOutput } from "../message-output.ts";

const ScheduledLate = { message: "A scheduled message needs messaging_service_sid.", path: ["messaging_service_sid"] };

export const action = defineAction({
  id: "send_sms",
  title: "Send a text message",
  description:
    "Sends an SMS, MMS or WhatsApp message from a number or messaging service of the account. It costs money.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource",
  hints: {
    tags: ["sms", "text", "mms", "whatsapp", "notify", "phone"],
    whenToUse: ["Someone should get a text message on their phone."],
    askBefore: ["Show number and text first: a sent message costs money and cannot be taken back."],
    followups: ["get_message", "cancel_message"],
    preconditions: ["The sender is one of list_phone_numbers or list_messaging_services."],
    examples: [
      {
        title: "A reminder",
        arguments: { to: "+15550002222", from: "+15551234567", body: "Your table is ready." },
      },
    ],
  },
  input: z
    .object({
      to: messageAddress.describe("Recipient: +15550002222, or whatsapp:+15550002222."),
      from: messageAddress.optional().describe("Sender, a number of the account. Give this or messaging_service_sid."),
      messaging_service_sid: sid("MG").optional().describe("Messaging service that picks the sender (MG…)."),
      body: z.string().min(1).max(1600).optional().describe("Text, up to 1600 characters. Long texts cost more."),
      media_urls: z.array(z.url()).min(1).max(10).optional().describe("Public links to pictures or files to attach."),
      send_at: z.iso
        .datetime({ offset: true })
        .optional()
        .describe("When to send, 15 minutes to 35 days ahead. Needs messaging_service_sid."),
    })
    .refine((input) => input.from || input.messaging_service_sid, {
      message: "Give from or messaging_service_sid.",
      path: ["from"],
    })
    .refine((input) => input.body || input.media_urls, { message: "Give body, media_urls or both.", path: ["body"] })
    .refine((input) => !input.send_at || input.messaging_service_sid, ScheduledLate),
  output: MessageOutput,
  request: (input, context) => ({
    method: "POST",
    path: `${accountPath(context)}/Messages.json`,
    body: formBody({
      To: input.to,
      From: input.from,
      MessagingServiceSid: input.messaging_service_sid,
      Body: input.body,
      MediaUrl: input.media_urls,
      SendAt: input.send_at,
      ScheduleType: input.send_at && "fixed",
    }),
  }),
  result: (response) => response.body,
});
