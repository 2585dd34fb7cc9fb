import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { pageFields, pageQuery, repository } from "../fields.ts";
import { nextPage, nextPageField } from "../next-page.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "list_branches",
  title: "List branches",
  description: "Lists a repository's branches with the commit each points to.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/branches/branches#list-branches",
  hints: {
    tags: ["git", "heads", "sha"],
    whenToUse: ["A branch's name or newest commit is needed."],
    followups: ["create_branch", "create_pull_request"],
    examples: [{ title: "All branches", arguments: { owner: "octo-team", repo: "website" } }],
  },
  input: z.object({ ...repository, ...pageFields }),
  output: z.object({
    branches: z.array(
      z.object({ name: z.string(), commit: z.object({ sha: z.string() }), protected: z.boolean().nullish() }),
    ),
    nextPage: nextPageField,
  }),
  request: (input) => ({
    method: "GET",
    path: path`/repos/${input.owner}/${input.repo}/branches`,
    query: pageQuery(input),
  }),
  result: (response) => ({ branches: response.body, nextPage: nextPage(response) }),
});
