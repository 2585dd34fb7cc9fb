import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { branchName, repository } from "../fields.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "create_branch",
  title: "Create a branch",
  description: "Creates a branch that begins at a commit.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/git/refs#create-a-reference",
  hints: {
    tags: ["git", "fork off", "new"],
    whenToUse: ["Changes shall be prepared apart from the default branch."],
    askBefore: ["Agree on the name and where it begins."],
    followups: ["create_or_update_file", "create_pull_request"],
    examples: [
      {
        title: "From a commit",
        arguments: {
          owner: "octo-team",
          repo: "website",
          name: "fix-search",
          sha: "6dcb09b5b57875f334f61aebed695e2e4193db5e",
        },
      },
    ],
  },
  input: z.object({
    ...repository,
    name: branchName.describe("Name of the new branch."),
    sha: z
      .string()
      .regex(/^[0-9a-f]{40}$/, "Must be a whole commit hash.")
      .describe("Commit it begins at, from list_branches."),
  }),
  output: z.object({ ref: z.string().describe("refs/heads/ and the name."), object: z.object({ sha: z.string() }) }),
  request: (input) => ({
    method: "POST",
    path: path`/repos/${input.owner}/${input.repo}/git/refs`,
    body: { json: { ref: `refs/heads/${input.name}`, sha: input.sha } },
  }),
  result: (response) => response.body,
});
