import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { repository } from "../fields.ts";
import { IssueOutput } from "../issue-output.ts";
import { bearing, longestText, marked } from "../mark.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "create_issue",
  title: "Create an issue",
  description: "Opens an issue in a repository.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/issues/issues#create-an-issue",
  hints: {
    tags: ["bug", "report", "ticket", "task", "feature request"],
    whenToUse: ["Someone wants a bug, wish or task written down on GitHub."],
    askBefore: ["Show title and text first; in a public repository everybody reads them."],
    followups: ["add_issue_comment", "update_issue"],
    examples: [
      {
        title: "A bug",
        arguments: { owner: "octo-team", repo: "website", title: "Search finds nothing with umlauts", labels: ["bug"] },
      },
    ],
  },
  input: z.object({
    ...repository,
    title: z.string().trim().min(1).max(256).describe("Title."),
    body: z.string().max(longestText).optional().describe("Text in Markdown."),
    labels: z.array(z.string().min(1).max(50)).max(100).optional().describe("Names of labels."),
    assignees: z.array(z.string().min(1).max(39)).max(10).optional().describe("Logins of who takes care."),
    milestone: z.int().min(1).optional().describe("Number of the milestone."),
  }),
  output: IssueOutput,
  request: ({ owner, repo: name, ...issue }, { mark }) => ({
    method: "POST",
    path: path`/repos/${owner}/${name}/issues`,
    body: { json: { ...issue, body: marked(issue.body, mark) } },
  }),
  result: ({ body }) => body,
  settle: {
    request: ({ owner, repo: name }) => ({
      method: "GET",
      path: path`/repos/${owner}/${name}/issues`,
      query: { state: "all", sort: "created", direction: "desc", per_page: 50 },
    }),
    result: ({ body }, _input, { mark }) => bearing(mark, body),
  },
});
