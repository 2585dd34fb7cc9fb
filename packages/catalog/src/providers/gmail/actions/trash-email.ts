import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { idOf } from "../page.ts";
import { modify } from "../scopes.ts";
import { SentOutput } from "../sent-output.ts";

export const action = defineAction({
  id: "trash_email",
  title: "Move an e-mail to the trash",
  description: "Moves an e-mail to the trash, where Gmail keeps it for 30 days.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/trash",
  hints: {
    tags: ["mail", "delete", "remove", "bin"],
    whenToUse: ["Someone wants an e-mail gone."],
    askBefore: ["Name sender and subject of what is thrown away."],
    followups: ["untrash_email"],
    examples: [{ title: "Throw it away", arguments: { id: "18c3f0a1b2d4e5f6" } }],
  },
  input: z.object({ id: idOf("e-mail") }),
  output: SentOutput,
  request: (input) => ({ method: "POST", path: path`/messages/${input.id}/trash` }),
  result: (response) => response.body,
});
