import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { EmailOutput } from "../email-output.ts";
import { Message } from "../message.ts";
import { idOf } from "../page.ts";
import { readMessage } from "../read-message.ts";
import { modify } from "../scopes.ts";

export const action = defineAction({
  id: "get_email",
  title: "Read an e-mail",
  description: "Reads one e-mail: people, subject, time, its text, and what is attached.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/get",
  hints: {
    tags: ["mail", "open", "content", "body", "message"],
    whenToUse: ["The content of one e-mail is needed, or its Message-ID for a reply."],
    followups: ["reply_to_thread", "get_attachment", "modify_labels"],
    examples: [{ title: "Read one", arguments: { id: "18c3f0a1b2d4e5f6" } }],
  },
  input: z.object({
    id: idOf("e-mail"),
    maxChars: z.int().min(100).max(200_000).default(20_000).describe("Cut the text after so many characters."),
  }),
  output: EmailOutput,
  request: (input) => ({ method: "GET", path: path`/messages/${input.id}`, query: { format: "full" } }),
  result: (response, input) => readMessage(Message.parse(response.body), input.maxChars),
});
