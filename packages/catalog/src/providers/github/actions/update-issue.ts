import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { numberOf, repository } from "../fields.ts";
import { IssueOutput } from "../issue-output.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "update_issue",
  title: "Change an issue",
  description: "Changes an issue's title, text, labels, people or state; closes and reopens it.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/issues/issues#update-an-issue",
  hints: {
    tags: ["close", "reopen", "assign", "label", "edit"],
    whenToUse: ["An issue is done, or its text, labels or people change."],
    askBefore: ["Say what changes; labels and assignees replace those that are there."],
    followups: ["get_issue", "add_issue_comment"],
    examples: [
      {
        title: "Close as done",
        arguments: {
          owner: "octo-team",
          repo: "website",
          issue_number: 12,
          state: "closed",
          state_reason: "completed",
        },
      },
    ],
  },
  input: z.object({
    ...repository,
    issue_number: numberOf("issue"),
    title: z.string().trim().min(1).max(256).optional().describe("New title."),
    body: z.string().max(65_536).optional().describe("Text in Markdown."),
    labels: z
      .array(z.string().min(1).max(50))
      .max(100)
      .optional()
      .describe("Names of labels; they replace all that are there."),
    assignees: z
      .array(z.string().min(1).max(39))
      .max(10)
      .optional()
      .describe("Logins of who takes care; they replace those there are."),
    milestone: z.int().min(1).nullable().optional().describe("Number of the milestone; null takes it off."),
    state: z.enum(["open", "closed"]).optional().describe("Close or reopen it."),
    state_reason: z
      .enum(["completed", "not_planned", "reopened"])
      .optional()
      .describe("Why it is closed or open again."),
  }),
  output: IssueOutput,
  request: ({ owner, repo: name, issue_number, ...changes }) => ({
    method: "PATCH",
    path: path`/repos/${owner}/${name}/issues/${issue_number}`,
    body: { json: changes },
  }),
  result: (response) => response.body,
});
