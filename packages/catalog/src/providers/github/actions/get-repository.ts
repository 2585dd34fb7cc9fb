import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { repository } from "../fields.ts";
import { RepositoryOutput } from "../repository-output.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "get_repository",
  title: "Get a repository",
  description: "Reads a repository's description, default branch, language, topics and counts.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/repos/repos#get-a-repository",
  hints: {
    tags: ["project", "details", "default branch"],
    whenToUse: ["A repository's facts are needed, such as its default branch."],
    followups: ["list_issues", "list_pull_requests", "get_file_contents"],
    examples: [{ title: "One repository", arguments: { owner: "octo-team", repo: "website" } }],
  },
  input: z.object(repository),
  output: RepositoryOutput,
  request: (input) => ({ method: "GET", path: path`/repos/${input.owner}/${input.repo}` }),
  result: (response) => response.body,
});
