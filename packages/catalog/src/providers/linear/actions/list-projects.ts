import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { graphql } from "../graphql.ts";
import { nextCursor, pageFields, readConnection, readData } from "../page.ts";

const query = `query ProjectList($first: Int!, $after: String) {
  projects(first: $first, after: $after) {
    nodes { id name description state created_at: createdAt updated_at: updatedAt }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const action = defineAction({
  id: "list_projects",
  title: "List projects",
  description: "Lists projects with their state.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["initiatives", "roadmap", "milestones"],
    whenToUse: ["Someone asks what is being worked on, or you need a project's id."],
    followups: ["list_issues", "create_issue"],
    examples: [{ title: "The first twenty", arguments: {} }],
  },
  input: z.object(pageFields),
  output: z.object({
    projects: z
      .array(
        z.object({
          id: z.string().describe("Id of the project."),
          name: z.string().describe("Name."),
          description: z.string().nullish().describe("What it is about."),
          state: z.string().nullish().describe("backlog, planned, started, paused, completed or canceled."),
          created_at: z.string().nullish().describe("When it was made."),
          updated_at: z.string().nullish().describe("When it last changed."),
        }),
      )
      .describe("Projects."),
    next_cursor: nextCursor,
  }),
  request: ({ limit, cursor }) => graphql(query, { first: limit, after: cursor }),
  result: ({ body }) => {
    const { nodes, next_cursor } = readConnection(readData(body, "projects"));
    return { projects: nodes, next_cursor };
  },
});
