import { z } from "zod";

/** A label of the mailbox. */
export const LabelOutput = z.object({
  id: z.string().describe("What labelIds, addLabelIds and removeLabelIds take."),
  name: z.string(),
  type: z.string().nullish().describe("system, or user for own labels."),
});
