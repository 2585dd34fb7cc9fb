import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { pageFields, pageQuery } from "../fields.ts";
import { IssueOutput } from "../issue-output.ts";
import { nextPage, nextPageField } from "../next-page.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "search_issues",
  title: "Search issues and pull requests",
  description: "Finds issues and pull requests across repositories by words and qualifiers.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/search/search#search-issues-and-pull-requests",
  hints: {
    tags: ["bugs", "tickets", "find", "review", "mine", "assigned"],
    whenToUse: ["An issue or pull request is looked for by words, people or labels, or in more than one repository."],
    followups: ["get_issue", "get_pull_request"],
    examples: [{ title: "Open bugs of an owner", arguments: { query: "user:octo-team is:issue is:open label:bug" } }],
  },
  input: z.object({
    query: z
      .string()
      .min(1)
      .max(256)
      .describe(
        'Words and qualifiers, such as "search repo:octo-team/website is:issue is:open". Name is:issue or is:pr.',
      ),
    sort: z.enum(["created", "updated", "comments"]).optional().describe("Order, newest or most first."),
    ...pageFields,
  }),
  output: z.object({ total_count: z.number(), items: z.array(IssueOutput), nextPage: nextPageField }),
  request: (input) => ({
    method: "GET",
    path: "/search/issues",
    query: { q: input.query, sort: input.sort, ...pageQuery(input) },
  }),
  result: (response) => Object.assign({ nextPage: nextPage(response) }, response.body),
});
