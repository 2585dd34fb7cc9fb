import type { AuthState } from "@clawlink/contract";
import type { ListedConnection } from "@clawlink/services/connection/listed-connection";
import type { App } from "../catalog/apps.ts";

/** How a connection is, for the person who owns it. */
export interface Health {
  readonly word: string;
  readonly tone: "green" | "yellow" | "red";
  /** Why it is not well, and what that means; null when it is. */
  readonly why: string | null;
  /** Whether signing in once more is the cure. */
  readonly reconnect: boolean;
}

const states: Readonly<Record<AuthState, Omit<Health, "why"> & { readonly why: (app: string) => string | null }>> = {
  healthy: { word: "Connected", tone: "green", reconnect: false, why: () => null },
  stale_auth: {
    word: "Needs reconnecting",
    tone: "red",
    reconnect: true,
    why: (app) => `${app} no longer accepts this sign-in. Calls with it are refused until you reconnect.`,
  },
  permission_denied: {
    word: "Permission missing",
    tone: "yellow",
    reconnect: true,
    why: (app) => `${app} refused this account something an agent asked for.`,
  },
  degraded: {
    word: "Unsteady",
    tone: "yellow",
    reconnect: false,
    why: (app) => `Some recent calls to ${app} failed. Agents can still use it.`,
  },
  error: { word: "Failing", tone: "red", reconnect: true, why: (app) => `Calls to ${app} keep failing.` },
};

/** What actions of the app need and this connection was not granted, in words; none where the app does not tell what it granted. */
export function missingGrants(scopes: readonly string[], app: App): string[] {
  if (scopes.length === 0) return [];
  const needed = new Set(app.actions.flatMap((action) => action.scopes));
  return [...needed].filter((scope) => !scopes.includes(scope)).map((scope) => app.scopes[scope] ?? scope);
}

/** A connection's health in plain words. */
export function describeHealth(row: ListedConnection, app: App | undefined): Health {
  const state = states[row.authState];
  const missing = row.authState === "healthy" && app ? missingGrants(row.scopes, app) : [];
  if (missing.length > 0) {
    const why = `Not granted: ${missing.join("; ")}. Actions that need this are refused until you reconnect and allow it.`;
    return { word: "Permission missing", tone: "yellow", why, reconnect: true };
  }
  return { ...state, why: row.authError ?? state.why(app?.name ?? row.integration) };
}
