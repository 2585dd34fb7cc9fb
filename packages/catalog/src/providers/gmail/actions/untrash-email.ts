import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { idOf } from "../page.ts";
import { modify } from "../scopes.ts";
import { SentOutput } from "../sent-output.ts";

export const action = defineAction({
  id: "untrash_email",
  title: "Take an e-mail out of the trash",
  description: "Takes an e-mail back out of the trash.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/untrash",
  hints: {
    tags: ["mail", "restore", "recover", "undelete"],
    whenToUse: ["An e-mail was thrown away by mistake."],
    askBefore: ["Name sender and subject of what comes back."],
    followups: ["get_email"],
    examples: [{ title: "Bring it back", arguments: { id: "18c3f0a1b2d4e5f6" } }],
  },
  input: z.object({ id: idOf("e-mail") }),
  output: SentOutput,
  request: (input) => ({ method: "POST", path: path`/messages/${input.id}/untrash` }),
  result: (response) => response.body,
});
