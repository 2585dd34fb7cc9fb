import { z } from "zod";

/** Where a pairing session stands (CONTRACT.md section 3). */
export const PairingStatus = z.enum([
  "awaiting_browser",
  "ready_for_device",
  "awaiting_local_save",
  "paired",
  "expired",
  "failed",
]);
export type PairingStatus = z.infer<typeof PairingStatus>;

/** Where a Hermes bootstrap session stands (section 4). */
export const HermesStatus = z.enum(["pending_approval", "approved", "rejected", "expired", "consumed"]);
export type HermesStatus = z.infer<typeof HermesStatus>;

/** Where a connection session stands (section 5). */
export const ConnectStatus = z.enum(["awaiting_user_action", "connected", "failed", "expired", "cancelled"]);
export type ConnectStatus = z.infer<typeof ConnectStatus>;

/** How a connection session is finished: at the provider, or by a form. */
export const FlowType = z.enum(["oauth", "credentials", "none"]);
export type FlowType = z.infer<typeof FlowType>;

/** The health of one connection row. */
export const AuthState = z.enum(["healthy", "stale_auth", "permission_denied", "degraded", "error"]);
export type AuthState = z.infer<typeof AuthState>;

/** The state of an app for a caller: that of its default row, or how far connecting has come. */
export const ConnectionState = z.enum(["not_connected", "setup_started", ...AuthState.options]);
export type ConnectionState = z.infer<typeof ConnectionState>;

/** What became of one call. `unknown`: a write whose outcome the provider never told. */
export const ExecutionStatus = z.enum(["succeeded", "failed", "blocked", "pending_approval", "running", "unknown"]);
export type ExecutionStatus = z.infer<typeof ExecutionStatus>;

/** Who holds a key. */
export const KeyKind = z.enum(["openclaw", "hermes", "cli", "manual", "mcp_oauth"]);
export type KeyKind = z.infer<typeof KeyKind>;
