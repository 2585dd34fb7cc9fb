import { z } from "zod";
import { openPolicy } from "./access-policy.ts";

/** What an operator decides for a whole deployment. A new setting is one line here, and has its default. */
export const Settings = z.object({
  /** Who may make an account; while there is none at all, the first one may always be made. */
  signUp: z.enum(["open", "invited", "closed"]).default("open"),
  /** How many days calls are kept with what went in and came out; their sums stay. */
  keepCallsDays: z.union([z.literal(7), z.literal(30), z.literal(90)]).default(90),
  /** Who confirms the writes of an agent that has just been let in, until its owner says otherwise. */
  newAgentConfirmation: z.enum(["agent", "human"]).default("agent"),
});
export type Settings = z.infer<typeof Settings>;

/** The policy an agent starts with under these settings. */
export function firstPolicy({ newAgentConfirmation }: Settings) {
  return { ...openPolicy, confirmation: newAgentConfirmation };
}
