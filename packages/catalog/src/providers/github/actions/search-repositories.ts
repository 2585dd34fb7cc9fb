import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { pageFields, pageQuery } from "../fields.ts";
import { nextPage, nextPageField } from "../next-page.ts";
import { RepositoryOutput } from "../repository-output.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "search_repositories",
  title: "Search repositories",
  description: "Finds repositories on all of GitHub by words and qualifiers, best match first.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/search/search#search-repositories",
  hints: {
    tags: ["find", "projects", "code", "open source"],
    whenToUse: ["Someone looks for a repository, or does not know its owner."],
    followups: ["get_repository", "list_issues"],
    examples: [
      { title: "Of one owner", arguments: { query: "website user:octo-team" } },
      { title: "Popular in a language", arguments: { query: "router language:typescript", sort: "stars" } },
    ],
  },
  input: z.object({
    query: z
      .string()
      .min(1)
      .max(256)
      .describe('Words and qualifiers, such as "router language:typescript stars:>100".'),
    sort: z.enum(["stars", "forks", "updated"]).optional().describe("Order, highest first; best match when left out."),
    ...pageFields,
  }),
  output: z.object({ total_count: z.number(), items: z.array(RepositoryOutput), nextPage: nextPageField }),
  request: (input) => ({
    method: "GET",
    path: "/search/repositories",
    query: { q: input.query, sort: input.sort, ...pageQuery(input) },
  }),
  result: (response) => Object.assign({ nextPage: nextPage(response) }, response.body),
});
