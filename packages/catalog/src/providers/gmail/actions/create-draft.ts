import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { composeFields, MessageId } from "../compose-fields.ts";
import { DraftOutput } from "../draft-output.ts";
import { searchFor } from "../message-id.ts";
import { outgoing } from "../outgoing.ts";
import { idOf } from "../page.ts";
import { modify } from "../scopes.ts";

// As with sent e-mail, an empty list proves nothing and does not fit.
const Found = z.object({ drafts: z.tuple([z.unknown()]) });

export const action = defineAction({
  id: "create_draft",
  title: "Save a draft",
  description: "Writes an e-mail or an answer into Drafts without sending it.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/create",
  hints: {
    tags: ["mail", "write", "prepare", "compose"],
    whenToUse: ["Someone wants to look an e-mail over before it goes out."],
    askBefore: ["Ask for recipient and subject when they are not clear."],
    followups: ["send_draft", "delete_draft"],
    examples: [{ title: "A draft", arguments: { to: "ann@example.com", subject: "Offer", body: "Dear Ann, …" } }],
  },
  input: z.object({
    ...composeFields,
    threadId: idOf("conversation that is answered").optional(),
    inReplyTo: MessageId.optional().describe("messageId of the e-mail that is answered."),
  }),
  output: DraftOutput,
  request: (input, context) => outgoing("/drafts", input, context),
  result: (response) => response.body,
  settle: {
    request: (_input, { mark }) => ({ method: "GET", path: "/drafts", query: searchFor(mark) }),
    result: ({ body }) => Found.parse(body).drafts[0],
  },
});
