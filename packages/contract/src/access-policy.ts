import { z } from "zod";
import { Effect } from "./effect.ts";

/** What confirmation means for a key: its own flag, a person in the dashboard, or nothing. */
export const ConfirmationMode = z.enum(["agent", "human", "none"]);
export type ConfirmationMode = z.infer<typeof ConfirmationMode>;

/** What one key may do; null means no limit (CONTRACT.md section 7). */
export const AccessPolicy = z.object({
  apps: z
    .array(z.string().max(64))
    .max(200)
    .nullable()
    .default(null)
    .describe("Slugs of the apps this key may use; null for all."),
  connections: z
    .array(z.int().positive())
    .max(200)
    .nullable()
    .default(null)
    .describe("Ids of the connections this key may use; null for all."),
  maxEffect: Effect.default("admin").describe("The highest side-effect level this key may cause."),
  confirmation: ConfirmationMode.default("agent"),
});
export type AccessPolicy = z.infer<typeof AccessPolicy>;

/** The policy of a fresh key: everything its owner can do, with the agent's own confirmation. */
export const openPolicy: AccessPolicy = AccessPolicy.parse({});
