import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { linearId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { nextCursor, pageFields, readConnection, readData } from "../page.ts";
import { Team } from "../team-output.ts";

const fields = `nodes { id name number starts_at: startsAt ends_at: endsAt team { id key name } }
    pageInfo { hasNextPage endCursor }`;

const everywhere = `query Cycles($first: Int!, $after: String) {
  cycles(first: $first, after: $after) { ${fields} }
}`;

const ofTeam = `query TeamCycles($team: String!, $first: Int!, $after: String) {
  team(id: $team) { cycles(first: $first, after: $after) { ${fields} } }
}`;

export const action = defineAction({
  id: "list_cycles",
  title: "List cycles",
  description: "Lists cycles (sprints), of all teams or of one.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["sprints", "iterations", "current sprint"],
    whenToUse: ["Someone asks about a sprint, or you need a cycle's id."],
    followups: ["list_issues", "update_issue"],
    examples: [{ title: "Of one team", arguments: { team_id: "9cfb482a-81e3-4154-b5b9-2c805e70a02d" } }],
  },
  input: z.object({
    team_id: linearId.optional().describe("Id of a team, from list_teams; all teams when left out."),
    ...pageFields,
  }),
  output: z.object({
    cycles: z
      .array(
        z.object({
          id: z.string().describe("Id of the cycle."),
          name: z.string().nullish().describe("Name, if it has one."),
          number: z.number().describe("Number within its team."),
          starts_at: z.string().nullish().describe("When it begins."),
          ends_at: z.string().nullish().describe("When it ends."),
          team: Team.nullish().describe("Team it belongs to."),
        }),
      )
      .describe("Cycles."),
    next_cursor: nextCursor,
  }),
  request: ({ team_id, limit, cursor }) =>
    team_id
      ? graphql(ofTeam, { team: team_id, first: limit, after: cursor })
      : graphql(everywhere, { first: limit, after: cursor }),
  result: ({ body }, { team_id }) => {
    const path = team_id ? ["team", "cycles"] : ["cycles"];
    const { nodes, next_cursor } = readConnection(readData(body, ...path));
    return { cycles: nodes, next_cursor };
  },
});
