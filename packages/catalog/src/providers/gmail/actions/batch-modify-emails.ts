import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { changesSomething, labelChanges, nothingToChange } from "../label-changes.ts";
import { modify } from "../scopes.ts";

export const action = defineAction({
  id: "batch_modify_emails",
  title: "Change labels of many e-mails",
  description: "Puts labels on up to 1,000 e-mails at once or takes them off, such as archiving all of them.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/batchModify",
  hints: {
    tags: ["mail", "bulk", "archive", "clean up", "read"],
    whenToUse: ["Someone wants a number of e-mails archived, marked as read or sorted in one go."],
    askBefore: ["Say how many e-mails change, and how."],
    followups: ["search_emails"],
    examples: [{ title: "Archive two", arguments: { ids: ["18c3f0a1", "18c3f0a2"], removeLabelIds: ["INBOX"] } }],
  },
  input: z
    .object({
      ids: z.array(z.string().min(1).max(200)).min(1).max(1000).describe("Ids of the e-mails, from search_emails."),
      ...labelChanges,
    })
    .refine(changesSomething, nothingToChange),
  output: z.object({ changed: z.number().describe("How many e-mails were named.") }),
  request: (input) => ({ method: "POST", path: "/messages/batchModify", body: { json: input } }),
  result: (_response, input) => ({ changed: input.ids.length }),
});
