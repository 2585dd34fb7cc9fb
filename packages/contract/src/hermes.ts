import { z } from "zod";
import { Timestamp, Token } from "./scalars.ts";
import { HermesStatus } from "./state.ts";

const optionalText = z.string().trim().max(200).nullish().catch(null);

/** What Hermes tells of itself when it asks to be approved (CONTRACT.md section 4). */
export const HermesStart = z.object({
  agent_family: z.string().trim().min(1).max(40),
  agent_version: optionalText,
  client_label: optionalText,
  hostname: optionalText,
  platform: optionalText,
  approval_return_hint: optionalText,
  requested_transport: optionalText,
});
export type HermesStart = z.infer<typeof HermesStart>;

const Display = z.object({ title: z.string(), summary: z.string() });

export const HermesStarted = z.object({
  session_id: z.string(),
  status: z.literal("pending_approval"),
  approval_url: z.url(),
  poll_url: z.url(),
  expires_at: Timestamp,
  poll_interval_ms: z.int(),
  display: Display,
});
export type HermesStarted = z.infer<typeof HermesStarted>;

/** What Hermes writes into its configuration. */
export const HermesInstall = z.object({
  server_name: z.literal("clawlink"),
  url: z.url(),
  headers: z.object({ "x-clawlink-api-key": z.string() }),
  timeout: z.int().describe("Seconds."),
  connect_timeout: z.int().describe("Seconds."),
});

export const HermesPoll = z.object({
  session_id: z.string(),
  status: HermesStatus,
  expires_at: Timestamp,
  install: HermesInstall.optional(),
  display: Display.optional(),
});
export type HermesPoll = z.infer<typeof HermesPoll>;

export const HermesSessionId = z.object({ session_id: Token });
export const HermesEnded = z.object({ session_id: z.string(), status: HermesStatus });
export const HermesDecision = z.object({ action: z.enum(["approve", "reject"]).default("approve") });
