import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { CallOutput } from "../call-output.ts";
import { phoneNumber } from "../fields.ts";
import { nextCursor, pageFields, pageQuery, readNextCursor } from "../page.ts";

export const action = defineAction({
  id: "list_calls",
  title: "List phone calls",
  description: "Lists calls made and received, newest first.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources",
  hints: {
    tags: ["phone", "call log", "history", "missed"],
    whenToUse: ["Someone asks who called, or what calls were made."],
    followups: ["get_call"],
    examples: [{ title: "Calls nobody answered", arguments: { status: "no-answer" } }],
  },
  input: z.object({
    to: phoneNumber.optional().describe("Only calls to this number."),
    from: phoneNumber.optional().describe("Only calls from this number."),
    status: z
      .enum(["queued", "ringing", "in-progress", "completed", "busy", "failed", "no-answer", "canceled"])
      .optional()
      .describe("Only calls in this state."),
    ...pageFields,
  }),
  output: z.object({ calls: z.array(CallOutput).describe("Calls."), next_cursor: nextCursor }),
  request: ({ to, from, status, ...page }, context) => ({
    method: "GET",
    path: `${accountPath(context)}/Calls.json`,
    query: { To: to, From: from, Status: status, ...pageQuery(page) },
  }),
  result: ({ body }) => {
    const { calls } = z.object({ calls: z.array(z.unknown()) }).parse(body);
    return { calls, next_cursor: readNextCursor(body) };
  },
});
