import type { ExecutionRecord } from "@clawlink/engine";
import { z } from "zod";

const Row = z.object({ id: z.string(), row: z.string(), version: z.number(), finished: z.number() });

/** How long finished reads are gathered, in milliseconds. */
const soonMs = 250;

/** A call as the cell keeps it until D1 has it: the record, and the key it was made with. */
export interface JournalEntry {
  readonly record: ExecutionRecord;
  readonly keyId: string | null;
  readonly device: string | null;
}

/** An entry with the version it was read at, so that marking it flushed cannot hide a later change. */
export interface DirtyEntry {
  readonly entry: JournalEntry;
  readonly version: number;
}

/** The cell's own durable list of calls D1 does not have in their final form yet. */
export class Journal {
  readonly #sql: SqlStorage;
  readonly #soon = new Map<string, JournalEntry>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "create table if not exists executions (id text primary key, row text not null, version integer not null, dirty integer not null, finished integer not null, at integer not null)",
    );
  }

  /** Writes a call; it is durable before the cell's answer leaves it. */
  write(entry: JournalEntry): void {
    const finished = entry.record.status === "running" || entry.record.status === "pending_approval" ? 0 : 1;
    this.#sql.exec(
      "insert into executions values (?, ?, 1, 1, ?, ?) on conflict (id) do update set row = excluded.row, version = version + 1, dirty = 1, finished = excluded.finished, at = excluded.at",
      entry.record.id,
      JSON.stringify(entry),
      finished,
      entry.record.createdAt,
    );
  }

  /**
   * Writes a finished read a quarter of a second later, together with others: a write holds back every answer of the cell until it is
   * durable, and a read's record is not worth that. `written` is called once it is.
   */
  writeSoon(entry: JournalEntry, written: () => void): void {
    this.#soon.set(entry.record.id, entry);
    this.#timer ??= setTimeout(() => {
      this.#writeNow();
      written();
    }, soonMs);
  }

  #writeNow(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    for (const entry of this.#soon.values()) this.write(entry);
    this.#soon.clear();
  }

  read(id: string): JournalEntry | null {
    const soon = this.#soon.get(id);
    if (soon) return soon;
    const [row] = this.#sql.exec("select * from executions where id = ?", id).toArray();
    return row ? entryOf(row) : null;
  }

  /** Up to `limit` calls D1 has not seen as they are now. */
  dirty(limit: number): DirtyEntry[] {
    this.#writeNow();
    const rows = this.#sql.exec("select * from executions where dirty = 1 order by at limit ?", limit).toArray();
    return rows.map((row) => ({ entry: entryOf(row), version: Row.parse(row).version }));
  }

  /** D1 has these: finished ones are forgotten, unless they changed meanwhile. */
  flushed(entries: readonly DirtyEntry[]): void {
    for (const { entry, version } of entries) {
      this.#sql.exec("update executions set dirty = 0 where id = ? and version = ?", entry.record.id, version);
      this.#sql.exec("delete from executions where id = ? and version = ? and finished = 1", entry.record.id, version);
    }
  }

  /** Calls still running that began before `moment`: their isolate is gone. */
  abandoned(moment: number): JournalEntry[] {
    const rows = this.#sql.exec("select * from executions where finished = 0 and at < ?", moment).toArray();
    return rows.map(entryOf).filter((entry) => entry.record.status === "running");
  }

  get pending(): boolean {
    return this.#soon.size > 0 || this.#sql.exec("select 1 from executions limit 1").toArray().length > 0;
  }
}

/** Rows are written by `write` alone, so their JSON is a `JournalEntry`; a typed reviver keeps the claim in one place. */
function entryOf(row: Record<string, SqlStorageValue>): JournalEntry {
  return JSON.parse(Row.parse(row).row);
}
