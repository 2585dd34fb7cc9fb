import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { CallOutput } from "../call-output.ts";
import { phoneNumber } from "../fields.ts";
import { formBody } from "../form-body.ts";

/** Text made safe inside an XML element. */
function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export const action = defineAction({
  id: "make_call",
  title: "Make a phone call",
  description: "Calls a number and reads a text aloud, or follows the TwiML at a URL. It costs money.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource",
  hints: {
    tags: ["phone", "voice", "ring", "dial", "text to speech"],
    whenToUse: ["Someone should be called and told something."],
    askBefore: ["Show number and text first: the phone rings at once."],
    followups: ["get_call", "stop_call"],
    preconditions: ["The caller is one of list_phone_numbers."],
    examples: [
      {
        title: "Read a text aloud",
        arguments: { to: "+15550002222", from: "+15551234567", say: "The server is down." },
      },
    ],
  },
  input: z
    .object({
      to: phoneNumber.describe("Number to call, such as +15550002222."),
      from: phoneNumber.describe("Caller, a number of the account."),
      say: z.string().min(1).max(3000).optional().describe("Text to read aloud. Give this or twiml_url."),
      language: z
        .string()
        .regex(/^[a-z]{2,3}-[A-Z]{2}$/)
        .default("en-US")
        .describe("Language of the voice."),
      twiml_url: z
        .url({ protocol: /^https?$/ })
        .optional()
        .describe("Where Twilio gets instructions (TwiML) from."),
    })
    .refine((input) => (input.say === undefined) !== (input.twiml_url === undefined), {
      message: "Give say or twiml_url, not both.",
      path: ["say"],
    }),
  output: CallOutput,
  request: ({ to, from, say, language, twiml_url }, context) => ({
    method: "POST",
    path: `${accountPath(context)}/Calls.json`,
    body: formBody({
      To: to,
      From: from,
      Twiml: say && `<Response><Say language="${language}">${escapeXml(say)}</Say></Response>`,
      Url: twiml_url,
    }),
  }),
  result: (response) => response.body,
});
