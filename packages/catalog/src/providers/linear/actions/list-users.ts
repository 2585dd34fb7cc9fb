import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { graphql } from "../graphql.ts";
import { nextCursor, pageFields, readConnection, readData } from "../page.ts";

const query = `query UserList($first: Int!, $after: String) {
  users(first: $first, after: $after) {
    nodes { id name display_name: displayName email active admin }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const action = defineAction({
  id: "list_users",
  title: "List people",
  description: "Lists the people of the workspace.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["members", "assignee", "colleagues", "who"],
    whenToUse: ["You need a person's id to assign an issue."],
    followups: ["list_issues", "create_issue", "update_issue"],
    examples: [{ title: "The first twenty", arguments: {} }],
  },
  input: z.object(pageFields),
  output: z.object({
    users: z
      .array(
        z.object({
          id: z.string().describe("Id of the person."),
          name: z.string().describe("Full name."),
          display_name: z.string().nullish().describe("Name they go by."),
          email: z.string().nullish().describe("E-mail address."),
          active: z.boolean().nullish().describe("Whether they can sign in."),
          admin: z.boolean().nullish().describe("Whether they administer the workspace."),
        }),
      )
      .describe("People."),
    next_cursor: nextCursor,
  }),
  request: ({ limit, cursor }) => graphql(query, { first: limit, after: cursor }),
  result: ({ body }) => {
    const { nodes, next_cursor } = readConnection(readData(body, "users"));
    return { users: nodes, next_cursor };
  },
});
