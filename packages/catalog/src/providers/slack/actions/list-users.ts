import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { nextCursor, pageFields, readNextCursor } from "../page.ts";
import { readUser, UserOutput } from "../user-output.ts";

export const action = defineAction({
  id: "list_users",
  title: "List people",
  description: "Lists the people and apps of the workspace.",
  effect: "read",
  readsByPost: true,
  idempotent: true,
  reversible: true,
  scopes: ["users:read", "users:read.email"],
  docs: "https://docs.slack.dev/reference/methods/users.list",
  hints: {
    tags: ["members", "who", "colleagues", "user id", "workspace", "people in"],
    whenToUse: ["You need a person's id and have only a name."],
    followups: ["send_message", "invite_to_channel"],
    examples: [{ title: "The first hundred", arguments: { limit: 100 } }],
  },
  input: z.object(pageFields),
  output: z.object({ users: z.array(UserOutput).describe("People and apps."), next_cursor: nextCursor }),
  request: (input) => ({ method: "POST", path: "/users.list", body: { form: input } }),
  result: ({ body }) => {
    const { members } = z.object({ members: z.array(z.unknown()) }).parse(body);
    return { users: members.map(readUser), next_cursor: readNextCursor(body) };
  },
});
