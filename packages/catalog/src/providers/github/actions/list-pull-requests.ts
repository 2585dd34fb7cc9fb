import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { branchName, pageFields, pageQuery, repository } from "../fields.ts";
import { nextPage, nextPageField } from "../next-page.ts";
import { PullOutput } from "../pull-output.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "list_pull_requests",
  title: "List pull requests",
  description: "Lists a repository's pull requests, newest first.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/pulls/pulls#list-pull-requests",
  hints: {
    tags: ["merge", "review", "changes", "PR"],
    whenToUse: ["Someone asks what waits to be reviewed or merged."],
    followups: ["get_pull_request", "merge_pull_request"],
    examples: [{ title: "Open ones", arguments: { owner: "octo-team", repo: "website" } }],
  },
  input: z.object({
    ...repository,
    state: z.enum(["open", "closed", "all"]).default("open").describe("Which ones."),
    base: branchName.optional().describe("Only those that go to this branch."),
    ...pageFields,
  }),
  output: z.object({ pull_requests: z.array(PullOutput), nextPage: nextPageField }),
  request: (input) => ({
    method: "GET",
    path: path`/repos/${input.owner}/${input.repo}/pulls`,
    query: { state: input.state, base: input.base, ...pageQuery(input) },
  }),
  result: (response) => ({ pull_requests: response.body, nextPage: nextPage(response) }),
});
