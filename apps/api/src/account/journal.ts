import type { ExecutionRecord } from "@clawlink/engine";
import { jsonLists } from "@clawlink/services/execution/json-lists";
import { z } from "zod";

const Row = z.object({ id: z.string(), row: z.string(), version: z.number(), finished: z.number() });

/** How soon a read that begins is written, and how long after another write at the earliest, in milliseconds: each commit costs as much as a read. */
const soonMs = 1;
const restMs = 5;

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

/** Whoever has to know of each call that is written, at the moment it is. */
export interface JournalWatch {
  note(entries: readonly JournalEntry[]): void;
}

/** The cell's own durable list of calls D1 does not have in their final form yet. */
export class Journal {
  readonly #sql: SqlStorage;
  readonly #soon = new Map<string, JournalEntry>();
  readonly #watch: JournalWatch | null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #wroteAt = 0;

  constructor(sql: SqlStorage, watch: JournalWatch | null) {
    this.#sql = sql;
    this.#watch = watch;
    sql.exec(
      "create table if not exists executions (id text primary key, row text not null, version integer not null, dirty integer not null, finished integer not null, at integer not null)",
    );
  }

  /** Writes calls; they are durable before the cell's answer leaves it. */
  write(...entries: readonly JournalEntry[]): void {
    this.#watch?.note(entries);
    for (const { record } of entries) this.#soon.delete(record.id);
    const rows = entries.map((entry) => {
      const { id, status, createdAt } = entry.record;
      const finished = status === "running" || status === "pending_approval" ? 0 : 1;
      return JSON.stringify([id, JSON.stringify(entry), finished, createdAt]);
    });
    for (const list of jsonLists(rows))
      this.#sql.exec(
        "insert into executions select value ->> 0, value ->> 1, 1, 1, value ->> 2, value ->> 3 from json_each(?) where true on conflict (id) do update set row = excluded.row, version = version + 1, dirty = 1, finished = excluded.finished, at = excluded.at",
        list,
      );
  }

  /**
   * Writes a read that begins a moment later, together with others: a write holds back every answer of the cell until it is durable, and
   * the provider takes longer to answer than this. `written` is called once it is.
   */
  writeSoon(entry: JournalEntry, written: () => void): void {
    this.#watch?.note([entry]);
    this.#soon.set(entry.record.id, entry);
    this.#timer ??= setTimeout(
      () => {
        this.#writeNow();
        written();
      },
      Math.max(soonMs, this.#wroteAt + restMs - Date.now()),
    );
  }

  #writeNow(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#wroteAt = Date.now();
    this.write(...this.#soon.values());
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
    const seen = JSON.stringify(entries.map(({ entry, version }) => [entry.record.id, version]));
    const these = "(id, version) in (select value ->> 0, value ->> 1 from json_each(?))";
    this.#sql.exec(`delete from executions where finished = 1 and ${these}`, seen);
    this.#sql.exec(`update executions set dirty = 0 where dirty = 1 and ${these}`, seen);
  }

  /** Calls still running that began before `moment`: their isolate is gone. */
  abandoned(moment: number): JournalEntry[] {
    const rows = this.#sql.exec("select * from executions where finished = 0 and at < ?", moment).toArray();
    return rows.map(entryOf).filter((entry) => entry.record.status === "running");
  }

  /** Whether a read or a preview is under way, or its end not told yet. */
  get reading(): boolean {
    const running =
      "select row ->> '$.record.effect' = 'read' or row ->> '$.record.mode' = 'preview' as reading from executions where finished = 0";
    return (
      this.#soon.size > 0 ||
      this.#sql
        .exec(running)
        .toArray()
        .some(({ reading }) => reading === 1)
    );
  }

  get pending(): boolean {
    return this.#soon.size > 0 || this.#sql.exec("select 1 from executions limit 1").toArray().length > 0;
  }
}

/** Rows are written by `write` alone, so their JSON is a `JournalEntry`; this is the one place that claims it. */
function entryOf(row: Record<string, SqlStorageValue>): JournalEntry {
  return JSON.parse(Row.parse(row).row);
}
