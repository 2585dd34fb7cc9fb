import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { CallOutput } from "../call-output.ts";
import { sid } from "../fields.ts";
import { formBody } from "../form-body.ts";

export const action = defineAction({
  id: "stop_call",
  title: "Hang up a phone call",
  description: "Ends a call that is ringing or going on.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [],
  docs: "https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource",
  hints: {
    tags: ["hang up", "end call", "phone"],
    whenToUse: ["A call should end now."],
    askBefore: ["Say which call ends."],
    followups: ["get_call"],
    examples: [{ title: "By SID", arguments: { call_sid: "CA00000000000000000000000000000001" } }],
  },
  input: z.object({ call_sid: sid("CA").describe("Id of the call, from make_call or list_calls.") }),
  output: CallOutput,
  request: ({ call_sid }, context) => ({
    method: "POST",
    path: accountPath(context) + path`/Calls/${call_sid}.json`,
    body: formBody({ Status: "completed" }),
  }),
  result: (response) => response.body,
});
