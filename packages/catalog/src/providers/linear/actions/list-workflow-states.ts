import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { linearId } from "../fields.ts";
import { graphql } from "../graphql.ts";
import { nextCursor, pageFields, readConnection, readData } from "../page.ts";
import { Team } from "../team-output.ts";

const fields = `nodes { id name type position team { id key name } }
    pageInfo { hasNextPage endCursor }`;

const everywhere = `query WorkflowStates($first: Int!, $after: String) {
  workflowStates(first: $first, after: $after) { ${fields} }
}`;

const ofTeam = `query TeamWorkflowStates($team: String!, $first: Int!, $after: String) {
  team(id: $team) { states(first: $first, after: $after) { ${fields} } }
}`;

export const action = defineAction({
  id: "list_workflow_states",
  title: "List workflow states",
  description: "Lists the states an issue can be in, of all teams or of one.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["status", "columns", "board", "state id"],
    whenToUse: ["An issue should be moved, and you need the state's id."],
    followups: ["update_issue", "list_issues"],
    examples: [{ title: "Of one team", arguments: { team_id: "9cfb482a-81e3-4154-b5b9-2c805e70a02d" } }],
  },
  input: z.object({
    team_id: linearId.optional().describe("Id of a team, from list_teams; all teams when left out."),
    ...pageFields,
  }),
  output: z.object({
    workflow_states: z
      .array(
        z.object({
          id: z.string().describe("Id of the state."),
          name: z.string().describe("Name, such as In Progress."),
          type: z.string().describe("triage, backlog, unstarted, started, completed or canceled."),
          position: z.number().nullish().describe("Its place in the order of the team's states."),
          team: Team.nullish().describe("Team it belongs to."),
        }),
      )
      .describe("Workflow states."),
    next_cursor: nextCursor,
  }),
  request: ({ team_id, limit, cursor }) =>
    team_id
      ? graphql(ofTeam, { team: team_id, first: limit, after: cursor })
      : graphql(everywhere, { first: limit, after: cursor }),
  result: ({ body }, { team_id }) => {
    const path = team_id ? ["team", "states"] : ["workflowStates"];
    const { nodes, next_cursor } = readConnection(readData(body, ...path));
    return { workflow_states: nodes, next_cursor };
  },
});
