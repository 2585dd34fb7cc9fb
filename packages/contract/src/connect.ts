import { z } from "zod";
import { Connection } from "./connection.ts";
import { ConnectionId, Slug, Timestamp, Token } from "./scalars.ts";
import { ConnectStatus, FlowType } from "./state.ts";

export const ConnectStart = z.object({
  integration: Slug,
  reuseIfConnected: z.boolean().optional(),
  connectionId: ConnectionId.optional().describe("Reconnect this row instead of adding one."),
});

const ConnectedAlready = z.object({
  alreadyConnected: z.literal(true),
  integration: z.string(),
  connection: Connection.pick({
    id: true,
    isDefault: true,
    authState: true,
    connectionLabel: true,
    accountLabel: true,
    expiresAt: true,
  }),
});

/** A fresh connection session (CONTRACT.md section 5). */
export const ConnectSessionStarted = z.object({
  sessionId: z.string(),
  sessionToken: z.string(),
  displayCode: z.string(),
  integration: z.string(),
  connectionId: ConnectionId.nullable(),
  status: z.literal("awaiting_user_action"),
  expiresAt: Timestamp,
  pollIntervalMs: z.int(),
  connectUrl: z.url(),
  statusUrl: z.url(),
});
export type ConnectSessionStarted = z.infer<typeof ConnectSessionStarted>;

export const ConnectStarted = z.union([ConnectedAlready, ConnectSessionStarted]);
export type ConnectStarted = z.infer<typeof ConnectStarted>;

/** One field of a credential form. */
export const CredentialField = z.object({
  name: z.string(),
  label: z.string(),
  secret: z.boolean(),
  placeholder: z.string().optional(),
  help: z.string().optional(),
});
export type CredentialField = z.infer<typeof CredentialField>;

export const ConnectSession = z.object({
  id: z.string(),
  token: z.string(),
  displayCode: z.string(),
  integration: z.string(),
  connectionId: ConnectionId.nullable(),
  status: ConnectStatus,
  flowType: FlowType,
  errorMessage: z.string().nullable(),
  expiresAt: Timestamp,
  completedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type ConnectSession = z.infer<typeof ConnectSession>;

export const ConnectSessionAnswer = z.object({
  session: ConnectSession,
  connection: Connection.nullable(),
  integrationMeta: z
    .object({
      name: z.string(),
      slug: z.string(),
      description: z.string(),
      setupMode: FlowType,
      credentialFields: z.array(CredentialField),
    })
    .nullable(),
});
export type ConnectSessionAnswer = z.infer<typeof ConnectSessionAnswer>;

export const ConnectToken = z.object({ token: Token });

export const ConnectBegin = z.object({
  redirect_url: z.string().max(2000).nullish(),
  channel: z.string().max(40).nullish(),
  reuse_if_connected: z.boolean().optional(),
  force_reconnect: z.boolean().optional(),
});

export const ConnectBegun = z.object({
  integration_id: z.string(),
  status: z.enum(["requires_user_action", "already_connected"]),
  connection_session_id: z.string().nullable(),
  connect_url: z.url().nullable(),
  expires_at: Timestamp.nullable(),
  instructions: z.array(z.string()),
});
export type ConnectBegun = z.infer<typeof ConnectBegun>;
