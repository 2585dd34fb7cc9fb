import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { clientId } from "../client-id.ts";
import { CommentOutput, commentFields } from "../comment-output.ts";
import { issueId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { readConnection, readData } from "../page.ts";

const query = `mutation AddComment($input: CommentCreateInput!) {
  commentCreate(input: $input) { success comment { ${commentFields} } }
}`;

const lookup = `query WrittenComment($id: String!) {
  issue(id: $id) { comments(first: 100) { nodes { ${commentFields} } pageInfo { hasNextPage endCursor } } }
}`;
const Comment = z.looseObject({ id: z.string() });
/** More comments than one page holds leave it open whether it is among them. */
const AllRead = z.object({ next_cursor: z.null() });

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
  request: ({ issue_id, body }, { mark }) => graphql(query, { input: { id: clientId(mark), issueId: issue_id, body } }),
  result: (response) => readData(response.body, "commentCreate", "comment"),
  settle: {
    request: ({ issue_id }) => graphql(lookup, { id: issue_id }),
    result: ({ body }, _input, { mark }) => {
      const page = readConnection(readData(body, "issue", "comments"));
      const found = z
        .array(Comment)
        .parse(page.nodes)
        .find(({ id }) => id === clientId(mark));
      if (!found) AllRead.parse(page);
      return found ?? null;
    },
  },
});
