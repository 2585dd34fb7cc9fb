import { z } from "zod";
import { Text } from "./mark.ts";
import { Login } from "./people-output.ts";

/** A comment on an issue or pull request. */
export const CommentOutput = z.object({
  id: z.number(),
  body: Text.nullish().describe("Text in Markdown."),
  user: Login.describe("Who wrote it."),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  html_url: z.string().nullish().describe("Where to see it in the browser."),
});
