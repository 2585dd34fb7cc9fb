import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { DraftOutput } from "../draft-output.ts";
import { pageFields, pageOutput, pageQuery, query } from "../page.ts";
import { modify } from "../scopes.ts";

export const action = defineAction({
  id: "list_drafts",
  title: "List drafts",
  description: "Lists saved drafts; read one with get_email and its message id.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/list",
  hints: {
    tags: ["mail", "unsent", "prepared"],
    whenToUse: ["Someone asks what is written but not sent."],
    followups: ["get_email", "send_draft", "delete_draft"],
    examples: [{ title: "All drafts", arguments: {} }],
  },
  input: z.object({ query, ...pageFields(20) }),
  output: z.object({ drafts: z.array(DraftOutput), ...pageOutput }),
  request: (input) => ({ method: "GET", path: "/drafts", query: { q: input.query, ...pageQuery(input) } }),
  result: (response) => Object.assign({ drafts: [] }, response.body),
});
