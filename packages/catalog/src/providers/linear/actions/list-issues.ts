import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { linearId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { issueLists } from "../issue-lists.ts";
import { IssueOutput } from "../issue-output.ts";
import { nextCursor, pageFields, readConnection, readData } from "../page.ts";

export const action = defineAction({
  id: "list_issues",
  title: "List issues",
  description: "Lists issues of the workspace, or of one team, person, project, cycle or workflow state.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["tickets", "tasks", "backlog", "todo", "my issues", "board"],
    whenToUse: ["Someone asks what is to be done, by whom, or in which sprint."],
    followups: ["get_issue", "update_issue"],
    examples: [
      { title: "Of one team", arguments: { within: "team", id: "9cfb482a-81e3-4154-b5b9-2c805e70a02d" } },
      { title: "The whole workspace", arguments: { limit: 10 } },
    ],
  },
  input: z
    .object({
      within: z
        .enum(["workspace", "team", "assignee", "project", "cycle", "state"])
        .default("workspace")
        .describe(
          "Where to look; everything but the workspace needs id. For your own issues: get_viewer tells your id.",
        ),
      id: linearId.optional().describe("Id of the team, person, project, cycle or workflow state."),
      ...pageFields,
    })
    .refine((input) => input.within === "workspace" || input.id !== undefined, {
      message: "Needed unless within is workspace.",
      path: ["id"],
    }),
  output: z.object({ issues: z.array(IssueOutput).describe("Issues."), next_cursor: nextCursor }),
  request: ({ within, id, limit, cursor }) => {
    const page = { first: limit, after: cursor };
    return graphql(issueLists[within].query, within === "workspace" ? page : { id, ...page });
  },
  result: ({ body }, { within }) => {
    const { nodes, next_cursor } = readConnection(readData(body, ...issueLists[within].path));
    return { issues: nodes, next_cursor };
  },
});
