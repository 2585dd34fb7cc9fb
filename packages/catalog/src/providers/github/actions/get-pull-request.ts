import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { numberOf, repository } from "../fields.ts";
import { PullOutput } from "../pull-output.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "get_pull_request",
  title: "Get a pull request",
  description: "Reads one pull request: text, branches, size, and whether it can be merged.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request",
  hints: {
    tags: ["merge", "review", "changes", "PR", "mergeable"],
    whenToUse: ["One pull request's state is needed, such as before it is merged."],
    followups: ["list_issue_comments", "merge_pull_request"],
    examples: [{ title: "Number 7", arguments: { owner: "octo-team", repo: "website", pull_number: 7 } }],
  },
  input: z.object({ ...repository, pull_number: numberOf("pull request") }),
  output: PullOutput,
  request: (input) => ({ method: "GET", path: path`/repos/${input.owner}/${input.repo}/pulls/${input.pull_number}` }),
  result: (response) => response.body,
});
