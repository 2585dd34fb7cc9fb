import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { phoneNumber } from "../fields.ts";
import { nextCursor, pageFields, pageQuery, readNextCursor } from "../page.ts";

export const action = defineAction({
  id: "list_phone_numbers",
  title: "List phone numbers",
  description: "Lists the phone numbers the account owns and what each can do.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource",
  hints: {
    tags: ["sender", "caller id", "own numbers"],
    whenToUse: ["You need a number to send or call from."],
    followups: ["send_sms", "make_call"],
    examples: [{ title: "All numbers", arguments: {} }],
  },
  input: z.object({ phone_number: phoneNumber.optional().describe("Only this number."), ...pageFields }),
  output: z.object({
    phone_numbers: z
      .array(
        z.object({
          sid: z.string().describe("Id of the number (PN…)."),
          phone_number: z.string().describe("The number."),
          friendly_name: z.string().nullish().describe("Its name in the account."),
          capabilities: z
            .object({
              sms: z.boolean().nullish().describe("Can send texts."),
              mms: z.boolean().nullish().describe("Can send pictures."),
              voice: z.boolean().nullish().describe("Can call."),
            })
            .nullish()
            .describe("What it can do."),
        }),
      )
      .describe("Phone numbers."),
    next_cursor: nextCursor,
  }),
  request: ({ phone_number, ...page }, context) => ({
    method: "GET",
    path: `${accountPath(context)}/IncomingPhoneNumbers.json`,
    query: { PhoneNumber: phone_number, ...pageQuery(page) },
  }),
  result: ({ body }) => {
    const { incoming_phone_numbers } = z.object({ incoming_phone_numbers: z.array(z.unknown()) }).parse(body);
    return { phone_numbers: incoming_phone_numbers, next_cursor: readNextCursor(body) };
  },
});
