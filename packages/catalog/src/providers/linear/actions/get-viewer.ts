import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { graphql } from "../graphql.ts";
import { readData } from "../page.ts";

const query = `query Viewer {
  viewer { id name display_name: displayName email admin }
  organization { id name url_key: urlKey }
}`;

export const action = defineAction({
  id: "get_viewer",
  title: "Get the connected person",
  description: "Shows whose account is connected and in which workspace.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: ["read"],
  docs: "https://linear.app/developers/graphql",
  hints: {
    tags: ["me", "who am i", "my id", "workspace"],
    whenToUse: ["Someone says me or my issues, and you need their id."],
    followups: ["list_issues"],
    examples: [{ title: "Who am I", arguments: {} }],
  },
  input: z.object({}),
  output: z.object({
    viewer: z
      .object({
        id: z.string().describe("Id of the person."),
        name: z.string().describe("Full name."),
        display_name: z.string().nullish().describe("Name they go by."),
        email: z.string().nullish().describe("E-mail address."),
        admin: z.boolean().nullish().describe("Whether they administer the workspace."),
      })
      .describe("The person."),
    organization: z
      .object({
        id: z.string().describe("Id of the workspace."),
        name: z.string().describe("Name."),
        url_key: z.string().nullish().describe("Its part of Linear's links."),
      })
      .describe("The workspace."),
  }),
  request: () => graphql(query, {}),
  result: ({ body }) => readData(body),
});
