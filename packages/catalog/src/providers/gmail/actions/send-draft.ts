import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { idOf } from "../page.ts";
import { modify } from "../scopes.ts";
import { SentOutput } from "../sent-output.ts";

export const action = defineAction({
  id: "send_draft",
  title: "Send a draft",
  description: "Sends a saved draft as it is to the recipients it names.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/send",
  hints: {
    tags: ["mail", "dispatch"],
    whenToUse: ["A draft is approved and shall go out."],
    askBefore: ["Make sure the person has seen this draft: a sent e-mail cannot be called back."],
    followups: ["get_email"],
    examples: [{ title: "Send it", arguments: { draftId: "r-4711" } }],
  },
  input: z.object({ draftId: idOf("draft") }),
  output: SentOutput,
  request: (input) => ({ method: "POST", path: "/drafts/send", body: { json: { id: input.draftId } } }),
  result: (response) => response.body,
});
