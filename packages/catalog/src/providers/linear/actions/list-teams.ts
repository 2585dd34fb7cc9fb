import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { graphql } from "../graphql.ts";
import { nextCursor, pageFields, readConnection, readData } from "../page.ts";

const query = `query TeamList($first: Int!, $after: String) {
  teams(first: $first, after: $after) {
    nodes { id key name description private }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const action = defineAction({
  id: "list_teams",
  title: "List teams",
  description: "Lists the teams of the workspace.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["groups", "departments", "team id"],
    whenToUse: ["You need a team's id, or someone asks which teams there are."],
    followups: ["list_workflow_states", "list_issues", "create_issue"],
    examples: [{ title: "The first twenty", arguments: {} }],
  },
  input: z.object(pageFields),
  output: z.object({
    teams: z
      .array(
        z.object({
          id: z.string().describe("Id of the team."),
          key: z.string().describe("Key its issues begin with, such as ENG."),
          name: z.string().describe("Name."),
          description: z.string().nullish().describe("What it is for."),
          private: z.boolean().nullish().describe("Whether only members see it."),
        }),
      )
      .describe("Teams."),
    next_cursor: nextCursor,
  }),
  request: ({ limit, cursor }) => graphql(query, { first: limit, after: cursor }),
  result: ({ body }) => {
    const { nodes, next_cursor } = readConnection(readData(body, "teams"));
    return { teams: nodes, next_cursor };
  },
});
