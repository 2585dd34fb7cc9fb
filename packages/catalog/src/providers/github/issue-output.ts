import { z } from "zod";
import { Text } from "./mark.ts";
import { Labels, Login } from "./people-output.ts";

/** An issue as agents read it. */
export const IssueOutput = z.object({
  number: z.number(),
  title: z.string(),
  state: z.string().describe("open or closed."),
  state_reason: z.string().nullish().describe("completed, not_planned, duplicate or reopened."),
  body: Text.nullish().describe("Text in Markdown."),
  user: Login.describe("Who opened it."),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  labels: Labels,
  comments: z.number().nullish().describe("How many comments it has."),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  closed_at: z.string().nullish(),
  html_url: z.string().nullish().describe("Where to see it in the browser."),
  repository_url: z.string().nullish(),
  pull_request: z.object({ html_url: z.string().nullish() }).nullish().describe("There when it is a pull request."),
});
