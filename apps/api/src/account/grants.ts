import { z } from "zod";
import type { GrantRecords, RecordFacts } from "../authorization/oauth-storage.ts";

const Row = z.object({ key: z.string(), value: z.string(), metadata: z.string(), expires_at: z.number().nullable() });
/** Of a grant's record, which the OAuth library writes, what is ours. */
const GrantRecord = z.object({ id: z.string(), metadata: z.object({ keyId: z.string() }) });
const grantPrefix = "grant:";

/** Which key a grant stands for, and the grant's id; null for text that is no grant. */
function grantOf(value: string): { id: string; keyId: string } | null {
  const parsed = GrantRecord.safeParse(JSON.parse(value));
  return parsed.success ? { id: parsed.data.id, keyId: parsed.data.metadata.keyId } : null;
}

/** The grants of one account's MCP clients, with their codes and tokens: hashes and ciphertext alone. */
export class Grants implements GrantRecords {
  readonly #sql: SqlStorage;
  readonly #onEnd: (grant: { id: string; keyId: string }) => Promise<void>;

  /** `onEnd` is told of every grant that is removed, however it ends. */
  constructor(sql: SqlStorage, onEnd: (grant: { id: string; keyId: string }) => Promise<void>) {
    this.#sql = sql;
    this.#onEnd = onEnd;
    sql.exec(
      "create table if not exists oauth_records (key text primary key, value text not null, metadata text not null, expires_at integer)",
    );
  }

  get(key: string): string | null {
    const [row] = this.#rows("select * from oauth_records where key = ?", key);
    return row && !isOver(row.expires_at) ? row.value : null;
  }

  put(key: string, value: string, { metadata, expiresAt }: RecordFacts): void {
    const text = JSON.stringify(metadata);
    this.#sql.exec("insert or replace into oauth_records values (?, ?, ?, ?)", key, value, text, expiresAt);
  }

  async delete(key: string): Promise<void> {
    const [row] = this.#rows("select * from oauth_records where key = ?", key);
    this.#sql.exec("delete from oauth_records where key = ?", key);
    const grant = row && key.startsWith(grantPrefix) ? grantOf(row.value) : null;
    if (grant) await this.#onEnd(grant);
  }

  list(prefix: string): { name: string; metadata: unknown }[] {
    const rows = this.#rows(
      "select * from oauth_records where key >= ? and key < ? order by key",
      prefix,
      `${prefix}\u{10ffff}`,
    );
    return rows
      .filter((row) => !isOver(row.expires_at))
      .map((row) => ({ name: row.key, metadata: JSON.parse(row.metadata) ?? undefined }));
  }

  /** The resource a grant is for, as its record says; null when there is no such grant. */
  resourceOf(accountId: string, grantId: string): string | null {
    const value = this.get(`${grantPrefix}${accountId}:${grantId}`);
    return value === null
      ? null
      : (z.object({ resource: z.string() }).safeParse(JSON.parse(value)).data?.resource ?? null);
  }

  /** Removes what has expired; a client that stayed away for too long is no device any more. */
  async prune(now: number): Promise<void> {
    const over = this.#rows("select * from oauth_records where expires_at <= ?", now);
    for (const row of over) await this.delete(row.key);
  }

  #rows(query: string, ...values: (string | number)[]) {
    return this.#sql
      .exec(query, ...values)
      .toArray()
      .map((row) => Row.parse(row));
  }
}

function isOver(expiresAt: number | null): boolean {
  return expiresAt !== null && expiresAt <= Date.now();
}
