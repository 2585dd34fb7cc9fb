import { type ConnectionSnapshot, type KeySnapshot, policyDenial } from "@clawlink/engine";
import type { AccountState } from "./account-state.ts";

/** Which connections a request is about: a page of one app's, or of every app's with null; null when it is about none. */
export type Wanted = {
  readonly app: string | null;
  /** Only those whose name or account holds every one of these words. */
  readonly account?: string | undefined;
  readonly skip?: number;
  readonly take: number;
} | null;

/** How a caller stands to one app. */
export interface AppStanding {
  /** The row the app's state is told by: the default, else the oldest. */
  readonly speaker: ConnectionSnapshot | null;
  /** How many connections of the app the caller may use. */
  readonly count: number;
  /** How many of these are of the wanted account. */
  readonly found: number;
  /** The wanted page of them, the default first. */
  readonly connections: readonly ConnectionSnapshot[];
}

/** How a caller stands to an app that is not connected, or that was not asked for. */
export const noStanding: AppStanding = { speaker: null, count: 0, found: 0, connections: [] };

/** How a caller stands to an app. */
export function standingTo(slug: string, { apps }: { readonly apps: ReadonlyMap<string, AppStanding> }): AppStanding {
  return apps.get(slug) ?? noStanding;
}

function isOf({ connectionLabel, accountLabel }: ConnectionSnapshot, words: readonly string[]): boolean {
  const text = `${connectionLabel ?? ""} ${accountLabel ?? ""}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** How the caller of a key stands to one app, of whose rows the key may use these. */
function standing(rows: readonly ConnectionSnapshot[], { account, skip = 0, take }: NonNullable<Wanted>): AppStanding {
  const words = (account ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? rows : rows.filter((row) => isOf(row, words));
  return {
    speaker: rows[0] ?? null,
    count: rows.length,
    found: found.length,
    connections: found.slice(skip, skip + take),
  };
}

/** How the caller of a key stands to the wanted apps it may use connections of. */
export function standingsOf(state: AccountState, { policy }: KeySnapshot, wanted: Wanted): Map<string, AppStanding> {
  const standings = new Map<string, AppStanding>();
  if (!wanted) return standings;
  for (const app of wanted.app === null ? state.apps : [wanted.app]) {
    const rows = state.of(app).filter(({ id }) => policyDenial(policy, app, id, "read") === null);
    if (rows.length > 0) standings.set(app, standing(rows, wanted));
  }
  return standings;
}
