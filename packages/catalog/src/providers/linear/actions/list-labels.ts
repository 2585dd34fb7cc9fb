import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { linearId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { nextCursor, pageFields, readConnection, readData } from "../page.ts";
import { Team } from "../team-output.ts";

const fields = `nodes { id name color description team { id key name } }
    pageInfo { hasNextPage endCursor }`;

const everywhere = `query Labels($first: Int!, $after: String) {
  issueLabels(first: $first, after: $after) { ${fields} }
}`;

const ofTeam = `query TeamLabels($team: String!, $first: Int!, $after: String) {
  team(id: $team) { labels(first: $first, after: $after) { ${fields} } }
}`;

export const action = defineAction({
  id: "list_labels",
  title: "List labels",
  description: "Lists issue labels, of the whole workspace or those one team can use.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["tags", "categories", "label id"],
    whenToUse: ["You need a label's id, or someone asks which labels there are."],
    followups: ["create_issue", "update_issue"],
    examples: [{ title: "Of one team", arguments: { team_id: "9cfb482a-81e3-4154-b5b9-2c805e70a02d" } }],
  },
  input: z.object({
    team_id: linearId.optional().describe("Id of a team, from list_teams; all teams when left out."),
    ...pageFields,
  }),
  output: z.object({
    labels: z
      .array(
        z.object({
          id: z.string().describe("Id of the label."),
          name: z.string().describe("Name."),
          color: z.string().nullish().describe("Colour as #rrggbb."),
          description: z.string().nullish().describe("What it is for."),
          team: Team.nullish().describe("Team it belongs to; none if it is for all."),
        }),
      )
      .describe("Labels."),
    next_cursor: nextCursor,
  }),
  request: ({ team_id, limit, cursor }) =>
    team_id
      ? graphql(ofTeam, { team: team_id, first: limit, after: cursor })
      : graphql(everywhere, { first: limit, after: cursor }),
  result: ({ body }, { team_id }) => {
    const path = team_id ? ["team", "labels"] : ["issueLabels"];
    const { nodes, next_cursor } = readConnection(readData(body, ...path));
    return { labels: nodes, next_cursor };
  },
});
