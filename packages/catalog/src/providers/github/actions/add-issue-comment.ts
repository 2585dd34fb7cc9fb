import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { CommentOutput } from "../comment-output.ts";
import { numberOf, repository } from "../fields.ts";
import { bearing, longestText, marked } from "../mark.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "add_issue_comment",
  title: "Comment on an issue",
  description: "Adds a comment to an issue or pull request.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/issues/comments#create-an-issue-comment",
  hints: {
    tags: ["reply", "answer", "discussion", "pull request"],
    whenToUse: ["Someone wants to say something on an issue or pull request."],
    askBefore: ["Show the text first; everybody who follows the issue gets it."],
    followups: ["list_issue_comments"],
    examples: [
      { title: "Answer", arguments: { owner: "octo-team", repo: "website", issue_number: 12, body: "Fixed on main." } },
    ],
  },
  input: z.object({
    ...repository,
    issue_number: numberOf("issue or pull request"),
    body: z.string().min(1).max(longestText).describe("Text in Markdown."),
  }),
  output: CommentOutput,
  request: (input, { mark }) => ({
    method: "POST",
    path: path`/repos/${input.owner}/${input.repo}/issues/${input.issue_number}/comments`,
    body: { json: { body: marked(input.body, mark) } },
  }),
  result: ({ body }) => body,
  settle: {
    // The comments of one issue come oldest first whatever is asked; those of the repository can be turned round.
    request: (input) => ({
      method: "GET",
      path: path`/repos/${input.owner}/${input.repo}/issues/comments`,
      query: { sort: "created", direction: "desc", per_page: 50 },
    }),
    result: ({ body }, _input, { mark }) => bearing(mark, body),
  },
});
