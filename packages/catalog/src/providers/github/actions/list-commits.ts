import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { pageFields, pageQuery, repository } from "../fields.ts";
import { nextPage, nextPageField } from "../next-page.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "list_commits",
  title: "List commits",
  description: "Lists commits, newest first, of a branch, a path or an author.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/commits/commits#list-commits",
  hints: {
    tags: ["history", "log", "changes", "git", "last change", "who changed", "blame"],
    whenToUse: ["Someone asks what changed lately, or who changed something."],
    followups: ["get_file_contents"],
    examples: [{ title: "Of one file", arguments: { owner: "octo-team", repo: "website", path: "README.md" } }],
  },
  input: z.object({
    ...repository,
    ref: z
      .string()
      .min(1)
      .max(250)
      .optional()
      .describe("Branch, tag or commit to begin at; the default branch when left out."),
    path: z.string().min(1).max(1000).optional().describe("Only commits that touch this file or folder."),
    author: z.string().min(1).max(200).optional().describe("Login or e-mail address."),
    since: z.iso.datetime().optional().describe("Only after this moment, in UTC."),
    ...pageFields,
  }),
  output: z.object({
    commits: z.array(
      z.object({
        sha: z.string(),
        commit: z.object({
          message: z.string(),
          author: z
            .object({ name: z.string().nullish(), email: z.string().nullish(), date: z.string().nullish() })
            .nullish(),
        }),
        html_url: z.string().nullish().describe("Where to see it in the browser."),
      }),
    ),
    nextPage: nextPageField,
  }),
  request: (input) => ({
    method: "GET",
    path: path`/repos/${input.owner}/${input.repo}/commits`,
    query: { sha: input.ref, path: input.path, author: input.author, since: input.since, ...pageQuery(input) },
  }),
  result: (response) => ({ commits: response.body, nextPage: nextPage(response) }),
});
