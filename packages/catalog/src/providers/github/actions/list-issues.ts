import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { pageFields, pageQuery, repository } from "../fields.ts";
import { IssueOutput } from "../issue-output.ts";
import { nextPage, nextPageField } from "../next-page.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "list_issues",
  title: "List issues",
  description: "Lists a repository's issues, newest first; pull requests are left out.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/issues/issues#list-repository-issues",
  hints: {
    tags: ["bugs", "tickets", "tasks", "todo"],
    whenToUse: ["Someone asks what is open or was done in a repository."],
    followups: ["get_issue", "create_issue", "update_issue"],
    examples: [{ title: "Open bugs", arguments: { owner: "octo-team", repo: "website", labels: ["bug"] } }],
  },
  input: z.object({
    ...repository,
    state: z.enum(["open", "closed", "all"]).default("open").describe("Which ones."),
    labels: z.array(z.string().min(1).max(100)).max(20).optional().describe("Only those with all of these labels."),
    assignee: z.string().min(1).max(40).optional().describe('Login, "none" or "*" for anybody.'),
    since: z.iso.datetime().optional().describe("Only what changed after this moment, in UTC."),
    ...pageFields,
  }),
  output: z.object({ issues: z.array(IssueOutput), nextPage: nextPageField }),
  request: (input) => ({
    method: "GET",
    path: path`/repos/${input.owner}/${input.repo}/issues`,
    query: {
      state: input.state,
      labels: input.labels?.join(","),
      assignee: input.assignee,
      since: input.since,
      ...pageQuery(input),
    },
  }),
  result: (response) => ({
    issues: z
      .array(IssueOutput)
      .parse(response.body)
      .filter((issue) => !issue.pull_request),
    nextPage: nextPage(response),
  }),
});
