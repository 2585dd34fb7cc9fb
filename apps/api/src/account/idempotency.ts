import type { ExecuteAnswer } from "@clawlink/contract";
import { z } from "zod";

/** How long a first answer is kept, in milliseconds (CONTRACT.md section 7). */
const keptMs = 24 * 3_600_000;
/** SQLite rows in a Durable Object hold 2 MB; of a larger answer, in bytes, the data are not kept. */
const largestAnswer = 1_500_000;
/** A call that has not ended after this long has lost its isolate: longer than any call may take, in milliseconds. */
export const abandonedMs = 5 * 60_000;

const Row = z.object({ fingerprint: z.string(), answer: z.string().nullable(), at: z.number() });

/** What an idempotency key means for a call. */
export type Claim =
  | { readonly kind: "first" }
  | { readonly kind: "conflict" }
  | { readonly kind: "running" }
  /** The first call was interrupted: whether it happened is not known, and never will be here. */
  | { readonly kind: "interrupted" }
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
      .exec("select fingerprint, answer, at from idempotency where key = ? and at > ?", key, now - keptMs)
      .toArray();
    if (found) {
      const row = Row.parse(found);
      if (row.fingerprint !== fingerprint) return { kind: "conflict" };
      if (row.answer !== null) return { kind: "replay", answer: expand(row.answer) };
      return { kind: row.at > now - abandonedMs ? "running" : "interrupted" };
    }
    this.#sql.exec("insert or replace into idempotency values (?, ?, null, ?)", key, fingerprint, now);
    return { kind: "first" };
  }

  /** Whether a call with this key came before: one that comes again runs nothing. */
  knows(key: string, now: number): boolean {
    return this.#sql.exec("select 1 from idempotency where key = ? and at > ?", key, now - keptMs).toArray().length > 0;
  }

  /** Keeps the first answer, or lets the key be used again when there is none to keep. */
  settle(key: string, answer: ExecuteAnswer | null): void {
    if (answer === null) {
      this.#sql.exec("delete from idempotency where key = ?", key);
      return;
    }
    this.#sql.exec("update idempotency set answer = ? where key = ?", compact(answer), key);
  }

  /** A call that had to wait for a person begins now. */
  restart(key: string, now: number): void {
    this.#sql.exec("update idempotency set at = ? where key = ?", now, key);
  }

  prune(now: number): void {
    this.#sql.exec("delete from idempotency where at <= ?", now - keptMs);
  }

  get empty(): boolean {
    return this.#sql.exec("select 1 from idempotency limit 1").toArray().length === 0;
  }
}

/** An answer holds its data three times; it is kept once, and not at all when it is too large. */
function compact(answer: ExecuteAnswer): string {
  if (!answer.ok) return JSON.stringify(answer);
  const { result: _result, canonical, ...rest } = answer;
  const { output: _output, ...summary } = canonical;
  const text = JSON.stringify({ ...rest, canonical: summary });
  const size = new TextEncoder().encode(text).length;
  if (size <= largestAnswer) return text;
  const data = { clawlink_result: "not_kept", execution_id: answer.meta.requestId, size_bytes: size };
  return JSON.stringify({ ...rest, args: {}, data, canonical: summary });
}

/** Rows are written by `compact` alone. */
function expand(text: string): ExecuteAnswer {
  const kept = JSON.parse(text);
  if (!kept.ok) return kept;
  return { ...kept, result: kept.data, canonical: { ...kept.canonical, output: kept.data } };
}
