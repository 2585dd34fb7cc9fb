import { z } from "zod";

/** A draft and the e-mail it holds. */
export const DraftOutput = z.object({
  id: z.string().describe("Id of the draft: what send_draft and delete_draft take."),
  message: z.object({ id: z.string().describe("Id of the e-mail in it."), threadId: z.string().nullish() }).nullish(),
});
