import { z } from "zod";

/** What Gmail tells of an e-mail it has just filed. */
export const SentOutput = z.object({
  id: z.string().describe("Gmail's id of the e-mail."),
  threadId: z.string().nullish().describe("Id of the conversation it belongs to."),
  labelIds: z.array(z.string()).nullish(),
});
