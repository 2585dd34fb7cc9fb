import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { issueFields, issueId, issueInput } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { IssueOutput, issueFragment } from "../issue-output.ts";
import { readData } from "../page.ts";

const query = `mutation UpdateIssue($id: String!, $input: IssueUpdateInput!) {
  issueUpdate(id: $id, input: $input) { success issue { ...IssueFields } }
}
${issueFragment}`;

export const action = defineAction({
  id: "update_issue",
  title: "Update an issue",
  description: "Changes the given fields of an issue: its state, assignee, priority, labels, text and more.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: ["write"],
  docs: "https://linear.app/developers/graphql#creating-and-editing-issues",
  hints: {
    tags: ["move", "assign", "close", "done", "status", "prioritize", "label"],
    whenToUse: ["An issue should be moved, assigned, closed or reworded."],
    askBefore: ["Show the old and the new values."],
    followups: ["get_issue", "add_comment"],
    examples: [{ title: "Raise the priority", arguments: { issue_id: "ENG-123", priority: 1 } }],
  },
  input: z
    .object({
      issue_id: issueId,
      title: z.string().trim().min(1).max(512).optional().describe("New title."),
      ...issueFields,
    })
    .refine((input) => Object.values(input).filter((value) => value !== undefined).length > 1, {
      message: "Give at least one field to change.",
    }),
  output: IssueOutput,
  request: ({ issue_id, title, ...rest }) => graphql(query, { id: issue_id, input: { title, ...issueInput(rest) } }),
  result: ({ body }) => readData(body, "issueUpdate", "issue"),
});
