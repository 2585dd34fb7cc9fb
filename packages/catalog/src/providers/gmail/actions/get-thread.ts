import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { EmailOutput } from "../email-output.ts";
import { Message } from "../message.ts";
import { idOf } from "../page.ts";
import { readMessage } from "../read-message.ts";
import { modify } from "../scopes.ts";

const Thread = z.object({ id: z.string(), messages: z.array(Message).nullish() });

export const action = defineAction({
  id: "get_thread",
  title: "Read a conversation",
  description: "Reads all e-mails of one conversation, oldest first.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads/get",
  hints: {
    tags: ["mail", "conversation", "history", "replies"],
    whenToUse: ["What was said before matters, such as before answering."],
    followups: ["reply_to_thread", "get_attachment", "modify_labels"],
    examples: [{ title: "Read a conversation", arguments: { id: "18c3f0a1b2d4e5f6" } }],
  },
  input: z.object({
    id: idOf("conversation"),
    maxChars: z.int().min(100).max(200_000).default(5_000).describe("Cut each e-mail's text after so many characters."),
  }),
  output: z.object({ id: z.string(), messages: z.array(EmailOutput) }),
  request: (input) => ({ method: "GET", path: path`/threads/${input.id}`, query: { format: "full" } }),
  result(response, input) {
    const { id, messages } = Thread.parse(response.body);
    return { id, messages: (messages ?? []).map((message) => readMessage(message, input.maxChars)) };
  },
});
