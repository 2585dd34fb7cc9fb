import { z } from "zod";

/** What every call of an action answers: the canonical summary (CONTRACT.md section 7), told in as few tokens as say it. */
export const executionOutput = z.looseObject({
  execution_id: z.string().nullable(),
  status: z.string(),
  output: z.unknown().optional(),
});
