import { z } from "zod";
import { ConnectionId, Slug, Timestamp } from "./scalars.ts";
import { AuthState, ConnectionState } from "./state.ts";

/** One connected account (CONTRACT.md section 6). */
export const Connection = z.object({
  id: ConnectionId,
  integration: z.string(),
  connectionLabel: z.string().nullable(),
  accountLabel: z.string().nullable(),
  isDefault: z.boolean(),
  authState: AuthState,
  authError: z.string().nullable(),
  expiresAt: Timestamp.nullable().describe("When the access token expires; null when it does not or is not known."),
  lastUsedAt: Timestamp.nullable(),
});
export type Connection = z.infer<typeof Connection>;

export const ConnectionHealth = z.object({
  integration_id: z.string(),
  connected: z.boolean(),
  state: ConnectionState,
  account_label: z.string().nullable(),
  last_checked_at: Timestamp.nullable(),
  can_execute: z.boolean(),
  needs_reauth: z.boolean(),
  health_reason: z.string().nullable(),
});
export type ConnectionHealth = z.infer<typeof ConnectionHealth>;

export const ConnectionIdParam = z.object({ connectionId: z.coerce.number().int().positive() });
export const IntegrationIdParam = z.object({ integrationId: Slug });

export const ConnectionRemoved = z.object({
  success: z.literal(true),
  id: ConnectionId,
  integration: z.string(),
  revocation: z
    .enum(["revoked", "failed", "unsupported", "shared"])
    .describe(
      "What the provider said when its token was given back; `shared`: kept, since another connection lives on the same grant.",
    ),
  newDefaultConnectionId: ConnectionId.nullable(),
});
export type ConnectionRemoved = z.infer<typeof ConnectionRemoved>;
