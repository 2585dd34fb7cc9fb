import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { branchName, repository } from "../fields.ts";
import { PullOutput } from "../pull-output.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "create_pull_request",
  title: "Open a pull request",
  description: "Proposes to merge one branch into another.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request",
  hints: {
    tags: ["merge", "propose", "review", "PR"],
    whenToUse: ["Changes on a branch are ready to be looked at."],
    askBefore: ["Say which branch goes into which, and show title and text."],
    followups: ["get_pull_request", "merge_pull_request"],
    examples: [
      {
        title: "A fix",
        arguments: { owner: "octo-team", repo: "website", title: "Find umlauts", head: "fix-search", base: "main" },
      },
    ],
  },
  input: z.object({
    ...repository,
    title: z.string().trim().min(1).max(256).describe("Title."),
    head: z.string().min(1).max(300).describe("Branch with the changes; owner:branch for one in a fork."),
    base: branchName.describe("Branch they go to, as a rule the default branch."),
    body: z.string().max(65_536).optional().describe('Text in Markdown; "Closes #12" links an issue.'),
    draft: z.boolean().default(false).describe("Open it as a draft that cannot be merged yet."),
  }),
  output: PullOutput,
  request: ({ owner, repo: name, ...pull }) => ({
    method: "POST",
    path: path`/repos/${owner}/${name}/pulls`,
    body: { json: pull },
  }),
  result: (response) => response.body,
});
