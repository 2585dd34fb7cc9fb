import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { CommentOutput } from "../comment-output.ts";
import { numberOf, pageFields, pageQuery, repository } from "../fields.ts";
import { nextPage, nextPageField } from "../next-page.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "list_issue_comments",
  title: "List comments",
  description: "Lists the comments on an issue or pull request, oldest first.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/issues/comments#list-issue-comments",
  hints: {
    tags: ["discussion", "conversation", "replies"],
    whenToUse: ["What was said on an issue or pull request matters."],
    followups: ["add_issue_comment"],
    examples: [{ title: "On issue 12", arguments: { owner: "octo-team", repo: "website", issue_number: 12 } }],
  },
  input: z.object({ ...repository, issue_number: numberOf("issue or pull request"), ...pageFields }),
  output: z.object({ comments: z.array(CommentOutput), nextPage: nextPageField }),
  request: (input) => ({
    method: "GET",
    path: path`/repos/${input.owner}/${input.repo}/issues/${input.issue_number}/comments`,
    query: pageQuery(input),
  }),
  result: (response) => ({ comments: response.body, nextPage: nextPage(response) }),
});
