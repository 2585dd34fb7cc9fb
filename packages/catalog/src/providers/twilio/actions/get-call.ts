import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { CallOutput } from "../call-output.ts";
import { sid } from "../fields.ts";

export const action = defineAction({
  id: "get_call",
  title: "Get a phone call",
  description: "Shows one call, its state and how long it took.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://www.twilio.com/docs/voice/api/call-resource#fetch-a-call-resource",
  hints: {
    tags: ["phone", "answered", "duration", "status"],
    whenToUse: ["Someone asks whether a call was answered."],
    followups: ["stop_call"],
    examples: [{ title: "By SID", arguments: { call_sid: "CA00000000000000000000000000000001" } }],
  },
  input: z.object({ call_sid: sid("CA").describe("Id of the call, from make_call or list_calls.") }),
  output: CallOutput,
  request: ({ call_sid }, context) => ({ method: "GET", path: accountPath(context) + path`/Calls/${call_sid}.json` }),
  result: (response) => response.body,
});
