import type { BillingStatus } from "@clawlink/contract";
import { type Access, access } from "@clawlink/services/billing/access";
import { billingStatus, callsWarning } from "@clawlink/services/billing/billing-status";
import { callsNotice } from "@clawlink/services/billing/calls-notice";
import { type CountPeriod, countPeriod } from "@clawlink/services/billing/count-period";
import type { Notice } from "@clawlink/services/billing/notices";
import { planNotices } from "@clawlink/services/billing/plan-notices";
import { type BillingRows, planState } from "@clawlink/services/billing/plan-state";
import type { Plans } from "@clawlink/services/billing/plans";
import { z } from "zod";
import type { JournalEntry, JournalWatch } from "../account/journal.ts";

/** A plan that was read this long ago is read again, beside a call and before a page: whoever was to tell of a change may have failed to. */
const oldMs = { call: 15 * 60_000, page: 30_000 } as const;

const Count = z.object({ used: z.number() });

/** What a meter needs of its account. */
export interface MeterHost {
  /** What D1 has of the person's plan. */
  load(): Promise<BillingRows>;
  /** How many calls D1 has that succeeded since `since`, in milliseconds since the epoch; every call that has ended is there. */
  countCalls(since: number): Promise<number>;
  /** The connected apps, the one connected first first. */
  apps(): readonly string[];
  later(work: Promise<unknown>): void;
  /** Writes to the person, what was not written before. */
  tell(notices: readonly Notice[]): Promise<void>;
}

type Refused = Extract<Access, { kind: "refused" }>;

/**
 * Counts an account's calls in its cell and says what its plan covers. A call holds its place from the moment it is written as running, and
 * keeps it if it succeeds: this watches the journal, so that what is counted and what is recorded cannot differ.
 */
export class Meter implements JournalWatch {
  readonly #sql: SqlStorage;
  readonly #plans: Plans;
  readonly #host: MeterHost;
  #rows: BillingRows;
  #readAt: number;
  #reading: Promise<unknown> = Promise.resolve();
  /** Calls under way and the period each began in. */
  readonly #running = new Map<string, string>();
  readonly #used = new Map<string, number>();
  /** What the person was told since the cell woke, so that the database need not be asked again. */
  readonly #told = new Set<string>();

  private constructor(sql: SqlStorage, plans: Plans, host: MeterHost, rows: BillingRows, now: number) {
    sql.exec("create table if not exists billing_calls (period text primary key, used integer not null)");
    this.#sql = sql;
    this.#plans = plans;
    this.#host = host;
    this.#rows = rows;
    this.#readAt = now;
  }

  static async open(sql: SqlStorage, plans: Plans, host: MeterHost, now: number): Promise<Meter> {
    return new Meter(sql, plans, host, await host.load(), now);
  }

  /** Takes up calls that were under way when the cell went, and counts anew, from D1, a period that this storage knows nothing of. */
  async recover(running: readonly JournalEntry[], now: number): Promise<void> {
    this.note(running);
    const { key, since } = this.#period(now);
    if (this.#read(key) !== null) return;
    const used = await this.#host.countCalls(since);
    this.#sql.exec("insert or ignore into billing_calls values (?, ?)", key, used);
  }

  #period(now: number): CountPeriod {
    return countPeriod(planState(this.#rows, this.#plans, now), this.#rows, now);
  }

  #read(key: string): number | null {
    const known = this.#used.get(key);
    if (known !== undefined) return known;
    const [row] = this.#sql.exec("select used from billing_calls where period = ?", key).toArray();
    if (!row) return null;
    const { used } = Count.parse(row);
    this.#used.set(key, used);
    return used;
  }

  note(entries: readonly JournalEntry[]): void {
    for (const { record } of entries) {
      if (record.mode !== "direct") continue;
      const key = this.#running.get(record.id);
      if (record.status === "running") {
        if (key === undefined) this.#running.set(record.id, this.#period(record.createdAt).key);
      } else if (key !== undefined) {
        this.#running.delete(record.id);
        if (record.status === "succeeded") this.#count(key);
      }
    }
  }

  #count(key: string): void {
    const used = (this.#read(key) ?? 0) + 1;
    this.#sql.exec("insert or replace into billing_calls values (?, ?)", key, used);
    this.#used.set(key, used);
    const { limit } = this.status(Date.now()).calls;
    if (callsWarning(used - 1, limit) !== callsWarning(used, limit)) this.#host.later(this.#tell(Date.now()));
  }

  /** Tells the person what they should know now. */
  async #tell(now: number): Promise<void> {
    const calls = callsNotice(this.#period(now).key, this.status(now));
    const due = [...planNotices(this.#rows, this.#plans, now), ...(calls ? [calls] : [])];
    const news = due.filter(({ kind, occasion }) => !this.#told.has(`${kind}/${occasion}`));
    if (news.length === 0) return;
    await this.#host.tell(news);
    for (const { kind, occasion } of news) this.#told.add(`${kind}/${occasion}`);
  }

  /** Why the plan does not cover a call to `app` (null for one that needs no connection), or null. */
  denyCall(app: string | null, now: number): Refused | null {
    if (now - this.#readAt > oldMs.call) {
      this.#readAt = now;
      this.#host.later(this.reload());
    }
    const state = planState(this.#rows, this.#plans, now);
    const { key } = countPeriod(state, this.#rows, now);
    let count = this.#read(key) ?? 0;
    for (const period of this.#running.values()) if (period === key) count += 1;
    return refusal(access(state, { what: "call", app, apps: this.#host.apps() }, count));
  }

  /** Why the plan does not cover connecting `app`, or null. */
  denyConnect(app: string, now: number): Refused | null {
    const state = planState(this.#rows, this.#plans, now);
    return refusal(access(state, { what: "connect", app, apps: this.#host.apps() }, 0));
  }

  status(now: number): BillingStatus {
    const used = this.#read(this.#period(now).key) ?? 0;
    return billingStatus(this.#rows, this.#plans, { used, apps: this.#host.apps(), now });
  }

  /** The status for a page. */
  async shown(now: number): Promise<BillingStatus> {
    if (now - this.#readAt > oldMs.page) await this.reload();
    return this.status(now);
  }

  /** Reads the plan from D1 again, one after the other so that the newest stays, and tells the person what they should know. */
  reload(): Promise<void> {
    const reading = this.#reading.then(() => this.#reload());
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  async #reload(): Promise<void> {
    const now = Date.now();
    this.#rows = await this.#host.load();
    this.#readAt = now;
    // Calls so far counted under the plan before: what begins now begins at nothing.
    this.#sql.exec("insert or ignore into billing_calls values (?, 0)", this.#period(now).key);
    await this.#tell(now);
  }
}

function refusal(found: Access): Refused | null {
  return found.kind === "refused" ? found : null;
}
