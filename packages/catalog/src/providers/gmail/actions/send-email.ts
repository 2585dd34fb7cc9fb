import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { composeFields } from "../compose-fields.ts";
import { outgoing } from "../outgoing.ts";
import { modify } from "../scopes.ts";
import { SentOutput } from "../sent-output.ts";
import { settleSent } from "../settle-sent.ts";

export const action = defineAction({
  id: "send_email",
  title: "Send an e-mail",
  description: "Sends a new e-mail from the account, with copies and one attachment if wanted.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send",
  hints: {
    tags: ["mail", "write", "compose", "message", "forward", "e-mail to"],
    whenToUse: ["Someone wants an e-mail sent to somebody. To answer one, use reply_to_thread."],
    askBefore: ["Show recipients, subject and body first: a sent e-mail cannot be called back."],
    followups: ["get_email", "search_emails"],
    examples: [
      {
        title: "A short note",
        arguments: { to: "ann@example.com", subject: "Meeting moved", body: "We meet at three.\n\nBest" },
      },
    ],
  },
  input: z.object(composeFields),
  output: SentOutput,
  request: (input, context) => outgoing("/messages/send", input, context),
  result: (response) => response.body,
  settle: settleSent,
});
