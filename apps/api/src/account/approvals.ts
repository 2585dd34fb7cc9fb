import { AppError, ExecuteControls } from "@clawlink/contract";
import type { PendingCall } from "@clawlink/engine";
import { approvalWindowMs } from "@clawlink/services/execution/approval-window";
import { z } from "zod";

/** The largest call that waits for a person, in bytes of JSON: a row of the cell's storage holds 2 MB (Cloudflare's limits of Durable Objects). */
const longestCall = 1_500_000;

const Row = z.object({
  call: z.string(),
  key_hash: z.string(),
  state: z.enum(["waiting", "approved"]),
  until: z.number(),
});
const Call = z.object({
  toolName: z.string(),
  input: z.record(z.string(), z.unknown()),
  connectionId: z.int().nullable(),
  controls: ExecuteControls.pick({ idempotencyKey: true, fields: true, maxBytes: true }),
  fingerprint: z.string(),
});

/** A call a person has just approved, and the key it was asked with. */
export interface ApprovedCall {
  readonly call: PendingCall;
  readonly keyHash: string;
}

/** Whether a call is small enough to wait for a person. */
export function canWait(call: PendingCall): boolean {
  return Buffer.byteLength(JSON.stringify(call)) <= longestCall;
}

/** Calls that wait for a person: each is decided once, and runs exactly as it was asked. */
export class Approvals {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "create table if not exists approvals (id text primary key, call text not null, key_hash text not null, state text not null, until integer not null)",
    );
  }

  add(id: string, call: PendingCall, keyHash: string, now: number): void {
    this.#sql.exec(
      "insert into approvals values (?, ?, ?, 'waiting', ?)",
      id,
      JSON.stringify(call),
      keyHash,
      now + approvalWindowMs,
    );
  }

  /** The call with this idempotency key that waits for a person, or null. */
  waitingFor(idempotencyKey: string): string | null {
    const [found] = this.#sql
      .exec(
        "select id from approvals where state = 'waiting' and json_extract(call, '$.controls.idempotencyKey') = ?",
        idempotencyKey,
      )
      .toArray();
    return found ? String(found.id) : null;
  }

  /** The call of this id that waits for a decision, or null. */
  read(id: string): ApprovedCall | null {
    const [found] = this.#sql
      .exec("select call, key_hash, state, until from approvals where id = ? and state = 'waiting'", id)
      .toArray();
    if (!found) return null;
    const row = Row.parse(found);
    return { call: Call.parse(JSON.parse(row.call)), keyHash: row.key_hash };
  }

  /** Takes a waiting call for one decision. Throws `not_found` when there is none, or it was decided, or it is too late. */
  decide(id: string, action: "approve" | "reject", now: number): ApprovedCall {
    const [found] = this.#sql
      .exec(
        "select call, key_hash, state, until from approvals where id = ? and state = 'waiting' and until > ?",
        id,
        now,
      )
      .toArray();
    if (!found) throw new AppError("not_found", "Nothing of that id waits for you.");
    const row = Row.parse(found);
    if (action === "approve") this.#sql.exec("update approvals set state = 'approved' where id = ?", id);
    else this.#sql.exec("delete from approvals where id = ?", id);
    return { call: Call.parse(JSON.parse(row.call)), keyHash: row.key_hash };
  }

  /** Uses up an approval for exactly the request that was approved; false when there is none for it. */
  consume(id: string, fingerprint: string): boolean {
    const [found] = this.#sql
      .exec("select call, key_hash, state, until from approvals where id = ? and state = 'approved'", id)
      .toArray();
    if (!found || Call.parse(JSON.parse(Row.parse(found).call)).fingerprint !== fingerprint) return false;
    this.#sql.exec("delete from approvals where id = ?", id);
    return true;
  }

  /** Calls nobody decided in time; they are forgotten. */
  expire(now: number): { id: string; call: PendingCall }[] {
    const expired = this.#sql.exec("select id, call from approvals where until <= ?", now).toArray();
    this.#sql.exec("delete from approvals where until <= ?", now);
    return expired.map(({ id, call }) => ({ id: String(id), call: Call.parse(JSON.parse(String(call))) }));
  }

  get waiting(): boolean {
    return this.#sql.exec("select 1 from approvals limit 1").toArray().length > 0;
  }
}
