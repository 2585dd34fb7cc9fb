import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { numberOf, repository } from "../fields.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "merge_pull_request",
  title: "Merge a pull request",
  description: "Merges a pull request into its base branch; that cannot be undone from here.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request",
  hints: {
    tags: ["land", "squash", "rebase", "PR"],
    whenToUse: ["A pull request is approved and shall go in."],
    askBefore: ["Name title, number and base branch, and ask for the kind of merge."],
    preconditions: ["Read it with get_pull_request: mergeable must be true."],
    followups: ["get_pull_request"],
    examples: [
      { title: "Squash", arguments: { owner: "octo-team", repo: "website", pull_number: 7, merge_method: "squash" } },
    ],
  },
  input: z.object({
    ...repository,
    pull_number: numberOf("pull request"),
    merge_method: z.enum(["merge", "squash", "rebase"]).default("merge").describe("How."),
    commit_title: z.string().min(1).max(256).optional().describe("Title of the merge commit; GitHub makes one."),
    sha: z
      .string()
      .regex(/^[0-9a-f]{40}$/, "Must be a whole commit hash.")
      .optional()
      .describe("Merge only when the branch still ends at this commit."),
  }),
  output: z.object({
    merged: z.boolean(),
    sha: z.string().nullish().describe("The merge commit."),
    message: z.string().nullish(),
  }),
  request: ({ owner, repo: name, pull_number, ...merge }) => ({
    method: "PUT",
    path: path`/repos/${owner}/${name}/pulls/${pull_number}/merge`,
    body: { json: merge },
  }),
  result: (response) => response.body,
});
