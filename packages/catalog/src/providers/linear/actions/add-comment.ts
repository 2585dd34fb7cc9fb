import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { CommentOutput, commentFields } from "../comment-output.ts";
import { issueId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { readData } from "../page.ts";

const query = `mutation AddComment($input: CommentCreateInput!) {
  commentCreate(input: $input) { success comment { ${commentFields} } }
}`;

export const action = defineAction({
  id: "add_comment",
  title: "Comment on an issue",
  description: "Adds a comment to an issue; those who follow it are told.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: ["write"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["note", "reply", "discuss", "ticket"],
    whenToUse: ["Something should be said about an issue."],
    askBefore: ["Show the issue and the text."],
    followups: ["list_comments"],
    examples: [{ title: "A note", arguments: { issue_id: "ENG-123", body: "Fixed in the last release." } }],
  },
  input: z.object({
    issue_id: issueId,
    body: z.string().trim().min(1).max(50_000).describe("The comment in Markdown."),
  }),
  output: CommentOutput,
  request: ({ issue_id, body }) => graphql(query, { input: { issueId: issue_id, body } }),
  result: (response) => readData(response.body, "commentCreate", "comment"),
});
