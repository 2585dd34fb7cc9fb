import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { issueId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { IssueOutput, issueFragment } from "../issue-output.ts";
import { readData } from "../page.ts";

const query = `query Issue($id: String!) {
  issue(id: $id) {
    ...IssueFields
    description
    creator { id name }
    project { id name }
    cycle { id name number }
  }
}
${issueFragment}`;

const Named = z.object({ id: z.string().describe("Id."), name: z.string().nullish().describe("Name.") });

export const action = defineAction({
  id: "get_issue",
  title: "Get an issue",
  description: "Shows one issue with its description, project and cycle.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["ticket", "task", "bug", "details"],
    whenToUse: ["Someone names an issue, such as ENG-123."],
    followups: ["list_comments", "update_issue", "add_comment"],
    examples: [{ title: "By number", arguments: { issue_id: "ENG-123" } }],
  },
  input: z.object({ issue_id: issueId }),
  output: IssueOutput.extend({
    description: z.string().nullish().describe("Description in Markdown."),
    creator: Named.nullish().describe("Who made it."),
    project: Named.nullish().describe("Project it belongs to."),
    cycle: Named.extend({ number: z.number().nullish().describe("Number within its team.") })
      .nullish()
      .describe("Cycle it is planned for."),
  }),
  request: ({ issue_id }) => graphql(query, { id: issue_id }),
  result: ({ body }) => readData(body, "issue"),
});
