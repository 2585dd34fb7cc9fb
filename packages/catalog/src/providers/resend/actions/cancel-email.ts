import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";

export const action = defineAction({
  id: "cancel_email",
  title: "Cancel a scheduled e-mail",
  description: "Stops a scheduled e-mail from being sent; it cannot be scheduled again.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/emails/cancel-email",
  hints: {
    tags: ["unschedule", "stop", "abort", "scheduled"],
    whenToUse: ["A scheduled e-mail should not go out after all."],
    askBefore: ["Name the e-mail: a canceled one has to be written anew."],
    followups: ["send_email"],
    examples: [{ title: "By id", arguments: { email_id: "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794" } }],
  },
  input: z.object({ email_id: z.guid().describe("Id of the scheduled e-mail.") }),
  output: z.object({ id: z.string().describe("Id of the canceled e-mail.") }),
  request: ({ email_id }) => ({ method: "POST", path: path`/emails/${email_id}/cancel` }),
  result: (response) => response.body,
});
