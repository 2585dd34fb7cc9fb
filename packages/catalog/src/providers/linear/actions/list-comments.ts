import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { CommentOutput, commentFields } from "../comment-output.ts";
import { issueId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { nextCursor, pageFields, readConnection, readData } from "../page.ts";

const query = `query Comments($id: String!, $first: Int!, $after: String) {
  issue(id: $id) {
    comments(first: $first, after: $after) {
      nodes { ${commentFields} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const action = defineAction({
  id: "list_comments",
  title: "List comments on an issue",
  description: "Lists what was said about an issue.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["discussion", "notes", "replies", "ticket"],
    whenToUse: ["Someone asks what was said about an issue."],
    followups: ["add_comment"],
    examples: [{ title: "By number", arguments: { issue_id: "ENG-123" } }],
  },
  input: z.object({ issue_id: issueId, ...pageFields }),
  output: z.object({ comments: z.array(CommentOutput).describe("Comments."), next_cursor: nextCursor }),
  request: ({ issue_id, limit, cursor }) => graphql(query, { id: issue_id, first: limit, after: cursor }),
  result: ({ body }) => {
    const { nodes, next_cursor } = readConnection(readData(body, "issue", "comments"));
    return { comments: nodes, next_cursor };
  },
});
