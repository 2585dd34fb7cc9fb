import type { ConnectionHealth, ConnectionState } from "@clawlink/contract";
import type { ConnectionSnapshot } from "@clawlink/engine";

/** The row an app's state is told by: the default, else the only one, else none. */
function speaker(slug: string, connections: readonly ConnectionSnapshot[]): ConnectionSnapshot | null {
  const rows = connections.filter((connection) => connection.integration === slug);
  return rows.find((row) => row.isDefault) ?? rows[0] ?? null;
}

/** The state of an app for a caller: that of its default row. */
export function connectionState(slug: string, connections: readonly ConnectionSnapshot[]): ConnectionState {
  return speaker(slug, connections)?.authState ?? "not_connected";
}

/** Whether an app is connected and can be used (CONTRACT.md section 5). */
export function connectionHealth(slug: string, connections: readonly ConnectionSnapshot[]): ConnectionHealth {
  const row = speaker(slug, connections);
  const state = row?.authState ?? "not_connected";
  return {
    integration_id: slug,
    connected: row !== null,
    state,
    account_label: row?.accountLabel ?? null,
    last_checked_at: row?.lastUsedAt ? new Date(row.lastUsedAt).toISOString() : null,
    can_execute: state === "healthy" || state === "degraded" || state === "error",
    needs_reauth: state === "stale_auth",
    health_reason: row?.authError ?? null,
  };
}
