import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { nextCursor, pageFields, pageQuery, readNextCursor } from "../page.ts";

export const action = defineAction({
  id: "list_verify_services",
  title: "List verify services",
  description: "Lists the account's verify services, which send one-time codes in an app's name.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://www.twilio.com/docs/verify/api/service",
  hints: {
    tags: ["otp", "two-factor", "one-time code"],
    whenToUse: ["You need a verify service's id to send a code."],
    followups: ["start_verification"],
    examples: [{ title: "All services", arguments: {} }],
  },
  input: z.object(pageFields),
  output: z.object({
    services: z
      .array(
        z.object({
          sid: z.string().describe("Id of the service (VA…)."),
          friendly_name: z.string().nullish().describe("Name people see in the message."),
          code_length: z.number().nullish().describe("How many digits a code has."),
        }),
      )
      .describe("Verify services."),
    next_cursor: nextCursor,
  }),
  request: (page) => ({ method: "GET", path: "https://verify.twilio.com/v2/Services", query: pageQuery(page) }),
  result: ({ body }) => {
    const { services } = z.object({ services: z.array(z.unknown()) }).parse(body);
    return { services, next_cursor: readNextCursor(body) };
  },
});
