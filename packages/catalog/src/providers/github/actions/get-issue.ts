import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { numberOf, repository } from "../fields.ts";
import { IssueOutput } from "../issue-output.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "get_issue",
  title: "Get an issue",
  description: "Reads one issue: text, state, labels, who it is assigned to.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/issues/issues#get-an-issue",
  hints: {
    tags: ["bug", "ticket", "details"],
    whenToUse: ["One issue's text or state is needed."],
    followups: ["list_issue_comments", "add_issue_comment", "update_issue"],
    examples: [{ title: "Issue 12", arguments: { owner: "octo-team", repo: "website", issue_number: 12 } }],
  },
  input: z.object({ ...repository, issue_number: numberOf("issue") }),
  output: IssueOutput,
  request: (input) => ({ method: "GET", path: path`/repos/${input.owner}/${input.repo}/issues/${input.issue_number}` }),
  result: (response) => response.body,
});
