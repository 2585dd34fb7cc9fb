import type { ExecuteAnswer } from "@clawlink/contract";
import { z } from "zod";

/** How long a first answer is kept, in milliseconds (CONTRACT.md section 7). */
const keptMs = 24 * 3_600_000;
/** SQLite rows in a Durable Object hold 2 MB; a larger answer is kept without its arguments. */
const largestAnswer = 1_500_000;

const Row = z.object({ fingerprint: z.string(), answer: z.string().nullable() });

/** What an idempotency key means for a call. */
export type Claim =
  | { readonly kind: "first" }
  | { readonly kind: "conflict" }
  | { readonly kind: "running" }
  | { readonly kind: "replay"; readonly answer: ExecuteAnswer };

/** The idempotency keys of one account's last 24 hours and the answers given first. */
export class Idempotency {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "create table if not exists idempotency (key text primary key, fingerprint text not null, answer text, at integer not null)",
    );
  }

  /** Claims a key for a call, or says what stands in the way; claiming is durable with the call's own record. */
  claim(key: string, fingerprint: string, now: number): Claim {
    const [found] = this.#sql
      .exec("select fingerprint, answer from idempotency where key = ? and at > ?", key, now - keptMs)
      .toArray();
    if (found) {
      const row = Row.parse(found);
      if (row.fingerprint !== fingerprint) return { kind: "conflict" };
      return row.answer === null ? { kind: "running" } : { kind: "replay", answer: JSON.parse(row.answer) };
    }
    this.#sql.exec("insert or replace into idempotency values (?, ?, null, ?)", key, fingerprint, now);
    return { kind: "first" };
  }

  /** Keeps the first answer, or lets the key be used again when there is none to keep. */
  settle(key: string, answer: ExecuteAnswer | null): void {
    if (answer === null) {
      this.#sql.exec("delete from idempotency where key = ?", key);
      return;
    }
    const text = JSON.stringify(answer);
    const kept = text.length <= largestAnswer || !answer.ok ? text : JSON.stringify({ ...answer, args: {} });
    this.#sql.exec("update idempotency set answer = ? where key = ?", kept, key);
  }

  prune(now: number): void {
    this.#sql.exec("delete from idempotency where at <= ?", now - keptMs);
  }

  get empty(): boolean {
    return this.#sql.exec("select 1 from idempotency limit 1").toArray().length === 0;
  }
}
