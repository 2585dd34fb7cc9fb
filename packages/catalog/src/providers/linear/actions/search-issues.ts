import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { graphql } from "../graphql.ts";
import { IssueOutput, issueFragment } from "../issue-output.ts";
import { nextCursor, pageFields, readConnection, readData } from "../page.ts";

const query = `query SearchIssues($filter: IssueFilter, $first: Int!, $after: String) {
  issues(filter: $filter, first: $first, after: $after) {
    nodes { ...IssueFields }
    pageInfo { hasNextPage endCursor }
  }
}
${issueFragment}`;

/** The words as given, in small letters, and with a capital: Linear's `contains` minds the difference. */
function spellings(words: string): string[] {
  const small = words.toLowerCase();
  return [...new Set([words, small, small.charAt(0).toUpperCase() + small.slice(1)])];
}

export const action = defineAction({
  id: "search_issues",
  title: "Search issues by title",
  description: "Finds issues whose title contains the given words, in this order.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/filtering",
  hints: {
    tags: ["find", "tickets", "bugs", "lookup"],
    whenToUse: ["Someone speaks of an issue by what it is about."],
    followups: ["get_issue", "update_issue", "add_comment"],
    examples: [{ title: "One word", arguments: { title: "checkout" } }],
  },
  input: z.object({
    title: z.string().trim().min(1).max(200).describe("Words the title contains; one word finds the most."),
    ...pageFields,
  }),
  output: z.object({ issues: z.array(IssueOutput).describe("Issues."), next_cursor: nextCursor }),
  request: ({ title, limit, cursor }) =>
    graphql(query, {
      filter: { or: spellings(title).map((contains) => ({ title: { contains } })) },
      first: limit,
      after: cursor,
    }),
  result: ({ body }) => {
    const { nodes, next_cursor } = readConnection(readData(body, "issues"));
    return { issues: nodes, next_cursor };
  },
});
