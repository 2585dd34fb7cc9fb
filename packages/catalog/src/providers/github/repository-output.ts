import { z } from "zod";
import { Login } from "./people-output.ts";

/** A repository as agents read it. */
export const RepositoryOutput = z.object({
  name: z.string(),
  full_name: z.string().describe("owner/name."),
  owner: Login,
  private: z.boolean().nullish(),
  description: z.string().nullish(),
  default_branch: z.string().nullish(),
  language: z.string().nullish(),
  topics: z.array(z.string()).nullish(),
  archived: z.boolean().nullish(),
  fork: z.boolean().nullish(),
  stargazers_count: z.number().nullish(),
  open_issues_count: z.number().nullish().describe("Issues and pull requests together."),
  pushed_at: z.string().nullish(),
  html_url: z.string().nullish().describe("Where to see it in the browser."),
});
