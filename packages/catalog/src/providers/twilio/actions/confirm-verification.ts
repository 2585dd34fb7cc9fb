import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { sid } from "../fields.ts";
import { formBody } from "../form-body.ts";
import { VerificationOutput } from "../verification-output.ts";

export const action = defineAction({
  id: "confirm_verification",
  title: "Check a one-time code",
  description: "Tells whether the code somebody gave is the one that was sent; each try counts, five are allowed.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://www.twilio.com/docs/verify/api/verification-check",
  hints: {
    tags: ["otp", "two-factor", "2fa", "check verification", "code"],
    whenToUse: ["Somebody has told the code they got from start_verification."],
    askBefore: ["Ask for the code; never guess one."],
    examples: [
      {
        title: "Check a code",
        arguments: { service_sid: "VA00000000000000000000000000000001", to: "+15550002222", code: "123456" },
      },
    ],
  },
  input: z.object({
    service_sid: sid("VA").describe("Id of the verify service the code was sent with."),
    to: z.string().min(3).max(320).describe("Phone number or e-mail address the code was sent to."),
    code: z
      .string()
      .regex(/^[0-9A-Za-z]{4,10}$/, "4 to 10 digits or letters.")
      .describe("The code."),
  }),
  output: VerificationOutput,
  request: ({ service_sid, to, code }) => ({
    method: "POST",
    path: path`https://verify.twilio.com/v2/Services/${service_sid}/VerificationCheck`,
    body: formBody({ To: to, Code: code }),
  }),
  result: (response) => response.body,
});
