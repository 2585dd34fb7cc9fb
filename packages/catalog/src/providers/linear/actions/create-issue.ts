import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { clientId } from "../client-id.ts";
import { issueFields, issueInput, linearId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { IssueOutput, issueFragment } from "../issue-output.ts";
import { readConnection, readData } from "../page.ts";

const query = `mutation CreateIssue($input: IssueCreateInput!) {
  issueCreate(input: $input) { success issue { ...IssueFields } }
}
${issueFragment}`;

const lookup = `query CreatedIssue($filter: IssueFilter!) {
  issues(filter: $filter, first: 1) { nodes { ...IssueFields } pageInfo { hasNextPage endCursor } }
}
${issueFragment}`;

export const action = defineAction({
  id: "create_issue",
  title: "Create an issue",
  description: "Adds an issue to a team.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: ["write"],
  docs: "https://linear.app/developers/graphql#creating-and-editing-issues",
  hints: {
    tags: ["ticket", "task", "bug", "report", "todo"],
    whenToUse: ["Something should be worked on and is not written down yet."],
    askBefore: ["Confirm team and title."],
    followups: ["update_issue", "add_comment", "archive_issue"],
    examples: [
      {
        title: "A bug",
        arguments: {
          team_id: "9cfb482a-81e3-4154-b5b9-2c805e70a02d",
          title: "Checkout fails in Safari",
          priority: 2,
        },
      },
    ],
  },
  input: z.object({
    team_id: linearId.describe("Id of the team, from list_teams."),
    title: z.string().trim().min(1).max(512).describe("Title."),
    ...issueFields,
  }),
  output: IssueOutput,
  request: ({ team_id, title, ...rest }, { mark }) =>
    graphql(query, { input: { id: clientId(mark), teamId: team_id, title, ...issueInput(rest) } }),
  result: ({ body }) => readData(body, "issueCreate", "issue"),
  settle: {
    request: (_input, { mark }) => graphql(lookup, { filter: { id: { eq: clientId(mark) } } }),
    result: ({ body }) => readConnection(readData(body, "issues")).nodes[0] ?? null,
  },
});
