import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { sid } from "../fields.ts";
import { formBody } from "../form-body.ts";
import { VerificationOutput } from "../verification-output.ts";

export const action = defineAction({
  id: "start_verification",
  title: "Send a one-time code",
  description:
    "Sends a one-time code to a phone number or e-mail address, to prove that it is somebody's. It costs money.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://www.twilio.com/docs/verify/api/verification",
  hints: {
    tags: ["otp", "two-factor", "2fa", "verify number", "code"],
    whenToUse: ["It must be known that a number or address is really somebody's."],
    askBefore: ["Confirm the number: the message goes out at once."],
    followups: ["confirm_verification"],
    preconditions: ["A verify service exists: list_verify_services."],
    examples: [
      {
        title: "By text message",
        arguments: { service_sid: "VA00000000000000000000000000000001", to: "+15550002222" },
      },
    ],
  },
  input: z.object({
    service_sid: sid("VA").describe("Id of the verify service, from list_verify_services."),
    to: z
      .string()
      .max(320)
      .regex(/^(\+[1-9]\d{6,14}|[^\s@]+@[^\s@]+\.[^\s@]+)$/, "A number such as +15550002222, or an e-mail address.")
      .describe("Phone number, or e-mail address for the channel email."),
    channel: z.enum(["sms", "call", "whatsapp", "email"]).default("sms").describe("How to send the code."),
  }),
  output: VerificationOutput,
  request: ({ service_sid, to, channel }) => ({
    method: "POST",
    path: path`https://verify.twilio.com/v2/Services/${service_sid}/Verifications`,
    body: formBody({ To: to, Channel: channel }),
  }),
  result: (response) => response.body,
});
