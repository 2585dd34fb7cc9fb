import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { pageFields, pageQuery } from "../fields.ts";
import { nextPage, nextPageField } from "../next-page.ts";
import { RepositoryOutput } from "../repository-output.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "list_my_repositories",
  title: "List my repositories",
  description: "Lists the repositories the account can work with, last pushed first.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/repos/repos#list-repositories-for-the-authenticated-user",
  hints: {
    tags: ["projects", "own", "private", "my repos"],
    whenToUse: ["Someone speaks of their own repositories."],
    followups: ["get_repository", "list_issues", "list_pull_requests"],
    examples: [{ title: "The newest", arguments: { limit: 10 } }],
  },
  input: z.object({
    visibility: z.enum(["all", "public", "private"]).default("all").describe("Which ones."),
    affiliation: z
      .array(z.enum(["owner", "collaborator", "organization_member"]))
      .min(1)
      .default(["owner", "collaborator", "organization_member"])
      .describe("How the account belongs to them."),
    ...pageFields,
  }),
  output: z.object({ repositories: z.array(RepositoryOutput), nextPage: nextPageField }),
  request: (input) => ({
    method: "GET",
    path: "/user/repos",
    query: {
      visibility: input.visibility,
      affiliation: input.affiliation.join(","),
      sort: "pushed",
      ...pageQuery(input),
    },
  }),
  result: (response) => ({ repositories: response.body, nextPage: nextPage(response) }),
});
