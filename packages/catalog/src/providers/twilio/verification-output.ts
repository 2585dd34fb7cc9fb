import { z } from "zod";

/** A verification as both verification actions show it. */
export const VerificationOutput = z.object({
  sid: z.string().nullish().describe("Id of the verification (VE…)."),
  to: z.string().nullish().describe("Number or address being verified."),
  channel: z.string().nullish().describe("How the code was sent."),
  status: z.string().describe("pending, approved, canceled, max_attempts_reached, expired or failed."),
  valid: z.boolean().nullish().describe("Whether the code was right."),
});
