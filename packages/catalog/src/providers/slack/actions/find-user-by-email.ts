import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { readUser, UserOutput } from "../user-output.ts";

export const action = defineAction({
  id: "find_user_by_email",
  title: "Find a person by e-mail address",
  description: "Finds the person of the workspace who has an e-mail address.",
  effect: "read",
  readsByPost: true,
  idempotent: true,
  reversible: true,
  scopes: ["users:read", "users:read.email"],
  docs: "https://docs.slack.dev/reference/methods/users.lookupByEmail",
  hints: {
    tags: ["lookup", "user id", "who is"],
    whenToUse: ["You need a person's id and have their e-mail address."],
    followups: ["send_message", "invite_to_channel"],
    examples: [{ title: "By address", arguments: { email: "ann@example.com" } }],
  },
  input: z.object({ email: z.email().max(254).describe("E-mail address.") }),
  output: UserOutput,
  request: (input) => ({ method: "POST", path: "/users.lookupByEmail", body: { form: input } }),
  result: ({ body }) => readUser(z.object({ user: z.unknown() }).parse(body).user),
});
