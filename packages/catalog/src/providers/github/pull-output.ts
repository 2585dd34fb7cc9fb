import { z } from "zod";
import { Labels, Login } from "./people-output.ts";

const Side = z.object({ ref: z.string(), sha: z.string().nullish(), label: z.string().nullish() }).nullish();

/** A pull request as agents read it. */
export const PullOutput = z.object({
  number: z.number(),
  title: z.string(),
  state: z.string().describe("open or closed."),
  draft: z.boolean().nullish(),
  merged: z.boolean().nullish(),
  mergeable: z.boolean().nullish().describe("null while GitHub works it out."),
  mergeable_state: z.string().nullish().describe("clean, dirty, blocked, behind, unstable or unknown."),
  body: z.string().nullish().describe("Text in Markdown."),
  user: Login.describe("Who opened it."),
  head: Side.describe("The branch with the changes."),
  base: Side.describe("The branch they go to."),
  labels: Labels,
  commits: z.number().nullish(),
  additions: z.number().nullish(),
  deletions: z.number().nullish(),
  changed_files: z.number().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  merged_at: z.string().nullish(),
  html_url: z.string().nullish().describe("Where to see it in the browser."),
});
