import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { idOf } from "../page.ts";
import { modify } from "../scopes.ts";

export const action = defineAction({
  id: "delete_draft",
  title: "Delete a draft",
  description: "Deletes a saved draft for good; it does not go to the trash.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/delete",
  hints: {
    tags: ["mail", "discard", "remove"],
    whenToUse: ["A draft is no longer wanted."],
    askBefore: ["Name the draft's subject and ask: it cannot be brought back."],
    followups: ["list_drafts"],
    examples: [{ title: "Discard it", arguments: { draftId: "r-4711" } }],
  },
  input: z.object({ draftId: idOf("draft") }),
  output: z.object({ deleted: z.literal(true), draftId: z.string() }),
  request: (input) => ({ method: "DELETE", path: path`/drafts/${input.draftId}` }),
  result: (_response, input) => ({ deleted: true, draftId: input.draftId }),
});
