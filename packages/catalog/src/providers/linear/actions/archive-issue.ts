import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { issueId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { readData } from "../page.ts";

const query = `mutation ArchiveIssue($id: String!) {
  issueArchive(id: $id) { success entity { id identifier archived_at: archivedAt } }
}`;

export const action = defineAction({
  id: "archive_issue",
  title: "Archive an issue",
  description: "Takes an issue out of lists and boards; a person can bring it back in Linear.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: ["write"],
  docs: "https://linear.app/developers/graphql#archiving",
  hints: {
    tags: ["remove", "hide", "close", "ticket"],
    whenToUse: ["An issue should no longer be seen."],
    askBefore: ["Name the issue by number and title."],
    followups: ["list_issues"],
    examples: [{ title: "By number", arguments: { issue_id: "ENG-123" } }],
  },
  input: z.object({ issue_id: issueId }),
  output: z.object({
    success: z.literal(true).describe("It is archived."),
    entity: z
      .object({
        id: z.string().describe("Id of the issue."),
        identifier: z.string().describe("Its number, such as ENG-123."),
        archived_at: z.string().nullish().describe("When it was archived."),
      })
      .nullish()
      .describe("The issue."),
  }),
  request: ({ issue_id }) => graphql(query, { id: issue_id }),
  result: ({ body }) => readData(body, "issueArchive"),
});
