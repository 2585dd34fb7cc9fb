import type { ConnectionHealth, ConnectionState } from "@clawlink/contract";
import type { AppStanding } from "../account/wanted.ts";

/** The state of an app for a caller: that of its default row. */
export function connectionState({ speaker }: AppStanding): ConnectionState {
  return speaker?.authState ?? "not_connected";
}

/** Whether an app is connected and can be used (CONTRACT.md section 5). */
export function connectionHealth(slug: string, { speaker }: AppStanding): ConnectionHealth {
  const state = speaker?.authState ?? "not_connected";
  return {
    integration_id: slug,
    connected: speaker !== null,
    state,
    account_label: speaker?.accountLabel ?? null,
    last_checked_at: speaker?.lastUsedAt ? new Date(speaker.lastUsedAt).toISOString() : null,
    can_execute: state === "healthy" || state === "degraded" || state === "error",
    needs_reauth: state === "stale_auth",
    health_reason: speaker?.authError ?? null,
  };
}
