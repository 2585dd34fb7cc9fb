import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { changesSomething, labelChanges, nothingToChange } from "../label-changes.ts";
import { idOf } from "../page.ts";
import { modify } from "../scopes.ts";
import { SentOutput } from "../sent-output.ts";

export const action = defineAction({
  id: "modify_labels",
  title: "Change an e-mail's labels",
  description: "Puts labels on an e-mail or takes them off: mark as read, star, archive, sort.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/modify",
  hints: {
    tags: ["mail", "read", "unread", "star", "archive", "move", "folder"],
    whenToUse: ["Someone wants an e-mail marked as read, starred, archived or filed under a label."],
    askBefore: ["Say which e-mail changes, and how."],
    followups: ["get_email", "list_labels"],
    examples: [
      { title: "Mark as read", arguments: { id: "18c3f0a1b2d4e5f6", removeLabelIds: ["UNREAD"] } },
      { title: "Archive", arguments: { id: "18c3f0a1b2d4e5f6", removeLabelIds: ["INBOX"] } },
    ],
  },
  input: z.object({ id: idOf("e-mail"), ...labelChanges }).refine(changesSomething, nothingToChange),
  output: SentOutput,
  request: (input) => ({
    method: "POST",
    path: path`/messages/${input.id}/modify`,
    body: { json: { addLabelIds: input.addLabelIds, removeLabelIds: input.removeLabelIds } },
  }),
  result: (response) => response.body,
});
