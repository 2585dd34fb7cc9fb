import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { LabelOutput } from "../label-output.ts";
import { modify } from "../scopes.ts";

export const action = defineAction({
  id: "list_labels",
  title: "List labels",
  description: "Lists the mailbox's labels with their ids, Gmail's own and the account's.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels/list",
  hints: {
    tags: ["mail", "folders", "categories", "tags"],
    whenToUse: ["A label's id is needed, or someone asks how their mail is sorted."],
    followups: ["modify_labels", "create_label", "search_emails"],
    examples: [{ title: "All labels", arguments: {} }],
  },
  input: z.object({}),
  output: z.object({ labels: z.array(LabelOutput) }),
  request: () => ({ method: "GET", path: "/labels" }),
  result: (response) => Object.assign({ labels: [] }, response.body),
});
