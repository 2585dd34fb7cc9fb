import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { LabelOutput } from "../label-output.ts";
import { modify } from "../scopes.ts";

export const action = defineAction({
  id: "create_label",
  title: "Create a label",
  description: "Creates a label to sort e-mails with; a slash in the name nests it.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels/create",
  hints: {
    tags: ["mail", "folder", "category", "organize"],
    whenToUse: ["Someone wants a new label for their e-mails."],
    askBefore: ["Look with list_labels whether it is there already, and agree on the name."],
    followups: ["modify_labels", "batch_modify_emails"],
    examples: [{ title: "A nested label", arguments: { name: "Projects/Website" } }],
  },
  input: z.object({
    name: z.string().trim().min(1).max(225).describe("Name; Parent/Child nests it below Parent."),
    showInLabelList: z.boolean().default(true).describe("Show it in the label list."),
    showInMessageList: z.boolean().default(true).describe("Show it on e-mails in lists."),
  }),
  output: LabelOutput,
  request: (input) => ({
    method: "POST",
    path: "/labels",
    body: {
      json: {
        name: input.name,
        labelListVisibility: input.showInLabelList ? "labelShow" : "labelHide",
        messageListVisibility: input.showInMessageList ? "show" : "hide",
      },
    },
  }),
  result: (response) => response.body,
});
