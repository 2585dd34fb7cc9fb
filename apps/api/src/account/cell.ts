import type { Database } from "@clawlink/db";
import type { Meter } from "../billing/meter.ts";
import type { CalledFrom } from "../called-from.ts";
import type { Environment } from "../environment.ts";
import type { Vault } from "../vault.ts";
import type { AccountState } from "./account-state.ts";
import type { Approvals } from "./approvals.ts";
import type { Grants } from "./grants.ts";
import type { Idempotency } from "./idempotency.ts";
import type { Journal } from "./journal.ts";
import type { Pacing } from "./pacing.ts";
import type { RecentWrites } from "./recent-writes.ts";
import type { Refresher, RefresherHost } from "./refresher.ts";
import type { Rotations } from "./rotations.ts";

/** What the verbs of an account's cell work with. */
export interface Cell {
  readonly accountId: string;
  readonly environment: Environment;
  readonly database: Database;
  readonly vault: Vault;
  readonly state: AccountState;
  readonly journal: Journal;
  /** What the person's plan covers; null where billing is off. */
  readonly meter: Meter | null;
  readonly idempotency: Idempotency;
  readonly approvals: Approvals;
  readonly grants: Grants;
  readonly rotations: Rotations;
  readonly pacing: Pacing;
  readonly recentWrites: RecentWrites;
  readonly refresher: Refresher;
  readonly refresherHost: RefresherHost;
  /** Sealed credentials by connection, exactly of the version the row names; ciphertext only. */
  readonly records: Map<number, { version: number; record: string }>;
  /** When keys and connections were last used, until the next flush. */
  readonly used: {
    readonly keys: Map<string, { at: number; from: CalledFrom | null }>;
    readonly connections: Map<number, { at: number; error: string | null }>;
  };
  /** Lets work go on after the answer; a failure is reported and tried again another time. */
  later(work: Promise<unknown>): void;
  /** Sees to it that D1 gets the journal within two seconds. */
  flushSoon(): Promise<void>;
}
