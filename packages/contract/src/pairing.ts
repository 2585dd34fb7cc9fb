import { z } from "zod";
import { Timestamp, Token } from "./scalars.ts";
import { KeyKind, PairingStatus } from "./state.ts";

/** A pairing session as its device and its approver see it (CONTRACT.md section 3). */
export const PairingSession = z.object({
  id: z.string(),
  token: z.string(),
  displayCode: z.string(),
  deviceLabel: z.string(),
  approvedUserHint: z.string().nullable().describe("The approver's e-mail, masked."),
  status: PairingStatus,
  expiresAt: Timestamp,
  approvedAt: Timestamp.nullable(),
  pairedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type PairingSession = z.infer<typeof PairingSession>;

export const PairingStart = z.object({
  deviceLabel: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .catch(undefined)
    .describe("What the person will see; OpenClaw device when left out."),
});

export const PairingStarted = z.object({
  sessionToken: z.string(),
  displayCode: z.string(),
  deviceLabel: z.string(),
  status: z.literal("awaiting_browser"),
  expiresAt: Timestamp,
  pollIntervalMs: z.int(),
  pairUrl: z.url(),
  verifier: z.string().describe("For the device alone; only its hash is stored."),
});
export type PairingStarted = z.infer<typeof PairingStarted>;

export const PairingVerifier = z.object({ verifier: z.string().min(1).max(200) });

/** What a device trades for its key; `client` says what it is, for the person's list of devices, and grants nothing. */
export const PairingExchange = PairingVerifier.extend({
  client: KeyKind.extract(["openclaw", "cli"]).default("openclaw").catch("openclaw"),
});
export const PairingToken = z.object({ token: Token });
export const PairingAnswer = z.object({ session: PairingSession });
export const PairingExchanged = z.object({ session: PairingSession, apiKey: z.string(), apiKeyId: z.string() });
export type PairingExchanged = z.infer<typeof PairingExchanged>;
