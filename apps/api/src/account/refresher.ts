import { Secret } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import { type ConnectionSnapshot, type Refreshed, readCredential } from "@clawlink/engine";
import type { TokenResult } from "@clawlink/oauth";
import { advanceCredential } from "@clawlink/services/connection/advance-credential";
import { z } from "zod";
import type { Vault } from "../vault.ts";
import type { AccountState } from "./account-state.ts";
import { retireCredential } from "./retire-credential.ts";

/** The wait after a failed refresh, doubled each time up to the cap, in milliseconds. */
const backoffMs = 1_000;
const backoffCapMs = 60_000;

const Pending = z.object({
  connection_id: z.number(),
  version: z.number(),
  record: z.string(),
  expires_at: z.number().nullable(),
});

/** What the refresher needs of the cell around it. */
export interface RefresherHost {
  readonly accountId: string;
  readonly vault: Vault;
  readonly database: Database;
  /** Asks the provider's token endpoint, once. */
  refreshTokens(integration: string, refreshToken: Secret): Promise<TokenResult>;
  /** Notes, once, that a person has to reconnect. */
  needsReauth(connectionId: number, reason: string): Promise<void>;
}

/** The one refresher of an account's tokens (ARCHITECTURE.md section 2, property 4). */
export class Refresher {
  readonly #sql: SqlStorage;
  readonly #running = new Map<number, Promise<Refreshed>>();
  readonly #changing = new Map<number, Promise<unknown>>();
  readonly #failures = new Map<number, { count: number; until: number }>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "create table if not exists pending_credentials (connection_id integer primary key, version integer not null, record text not null, expires_at integer)",
    );
  }

  /** A newer token than `seenVersion`: the row's own when it has moved on, else one refresh that every caller waits for. */
  async refresh(
    host: RefresherHost,
    state: AccountState,
    connectionId: number,
    seenVersion: number,
  ): Promise<Refreshed> {
    // Whoever goes on has looked in the same breath: another may begin whenever one waits.
    while (this.#changing.has(connectionId)) await this.#changing.get(connectionId);
    const running = this.#running.get(connectionId);
    if (running) return running;
    const connection = state.connection(connectionId);
    if (!connection) return { kind: "needs_reauth", reason: "This connection was removed." };
    if (connection.credentialVersion > seenVersion) return this.#current(host, connection);
    const failure = this.#failures.get(connectionId);
    if (failure && failure.until > Date.now()) return { kind: "unavailable", retryAfterMs: failure.until - Date.now() };
    const work = this.#refresh(host, state, connection).finally(() => this.#running.delete(connectionId));
    this.#running.set(connectionId, work);
    return work;
  }

  /**
   * Runs a change of a connection's credential while neither a refresh nor another change of it is under way: both would write the same
   * next version, which is immutable.
   */
  async alone<T>(connectionId: number, change: () => Promise<T>): Promise<T> {
    for (;;) {
      const busy = this.#changing.get(connectionId) ?? this.#running.get(connectionId);
      if (!busy) break;
      await busy.catch(() => {});
    }
    const done = change();
    this.#changing.set(
      connectionId,
      done.catch(() => {}),
    );
    return done.finally(() => this.#changing.delete(connectionId));
  }

  async #current(host: RefresherHost, connection: ConnectionSnapshot): Promise<Refreshed> {
    const record = await host.vault.store.read({
      owner: host.accountId,
      connectionId: connection.id,
      version: connection.credentialVersion,
    });
    if (record === null) return { kind: "unavailable", retryAfterMs: backoffMs };
    return {
      kind: "refreshed",
      credentialVersion: connection.credentialVersion,
      credentialExpiresAt: connection.credentialExpiresAt,
      record,
    };
  }

  async #refresh(host: RefresherHost, state: AccountState, connection: ConnectionSnapshot): Promise<Refreshed> {
    const { id, credentialVersion: version } = connection;
    const held = this.#held(id);
    if (held?.version === version + 1) {
      // The provider gave this token already; asking with the old one again would end the grant (RFC 9700 section 4.14.2).
      await this.#publish(host, state, held);
      return {
        kind: "refreshed",
        credentialVersion: held.version,
        credentialExpiresAt: held.expires_at,
        record: held.record,
      };
    }
    const record = await host.vault.store.read({ owner: host.accountId, connectionId: id, version });
    if (record === null) return this.#backOff(id);
    const context = { purpose: "connection", owner: host.accountId, subject: String(id) } as const;
    const credential = readCredential(await host.vault.opener.open(record, { ...context, version }));
    if (credential.kind !== "oauth2" || credential.refreshToken === null)
      return this.#giveUp(host, id, "Its access has expired and cannot be renewed.");
    const result = await host.refreshTokens(connection.integration, new Secret(credential.refreshToken));
    if (!result.ok)
      return result.reason === "invalid_grant"
        ? this.#giveUp(host, id, "The provider ended this connection. Reconnect it.")
        : this.#backOff(id);
    const { accessToken, refreshToken, expiresAt } = result.tokens;
    const plaintext = JSON.stringify({
      kind: "oauth2",
      accessToken: accessToken.open(),
      refreshToken: refreshToken?.open() ?? credential.refreshToken,
    });
    const next = await host.vault.sealer.seal(plaintext, { ...context, version: version + 1 });
    // Durable here before anything else: from now on a crash loses nothing.
    this.#sql.exec("insert or replace into pending_credentials values (?, ?, ?, ?)", id, version + 1, next, expiresAt);
    await this.#publish(host, state, { connection_id: id, version: version + 1, record: next, expires_at: expiresAt });
    await retireCredential(host.vault, { owner: host.accountId, connectionId: id, version });
    this.#failures.delete(id);
    return { kind: "refreshed", credentialVersion: version + 1, credentialExpiresAt: expiresAt, record: next };
  }

  /** The token a provider gave that D1 does not name yet, or null. */
  #held(connectionId: number): z.infer<typeof Pending> | null {
    const [row] = this.#sql.exec("select * from pending_credentials where connection_id = ?", connectionId).toArray();
    return row ? Pending.parse(row) : null;
  }

  /** Seals a credential anew when it was sealed to an older key of the deployment's; calls go on with the old record meanwhile. */
  async reseal(host: RefresherHost, state: AccountState, connectionId: number): Promise<void> {
    await this.alone(connectionId, async () => {
      const { accountId: owner, vault } = host;
      const connection = state.connection(connectionId);
      if (connection?.authState !== "healthy") return;
      const version = connection.credentialVersion;
      const record = await vault.store.read({ owner, connectionId, version });
      if (record === null || vault.opener.keyIdOf(record) === vault.sealer.keyId) return;
      const context = { purpose: "connection", owner, subject: String(connectionId) } as const;
      const opened = await vault.opener.open(record, { ...context, version });
      const next = await vault.sealer.seal(opened.open(), { ...context, version: version + 1 });
      const expiresAt = connection.credentialExpiresAt;
      await this.#publish(host, state, {
        connection_id: connectionId,
        version: version + 1,
        record: next,
        expires_at: expiresAt,
      });
      await retireCredential(vault, { owner, connectionId, version });
    });
  }

  async #publish(host: RefresherHost, state: AccountState, pending: z.infer<typeof Pending>): Promise<void> {
    const { connection_id: id, version, record, expires_at: expiresAt } = pending;
    await host.vault.store.write({ owner: host.accountId, connectionId: id, version }, record);
    const moved = await advanceCredential(host.database, host.accountId, id, version - 1, {
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      keyId: host.vault.opener.keyIdOf(record),
    });
    if (moved)
      state.patchConnection(id, {
        credentialVersion: version,
        credentialExpiresAt: expiresAt,
        authState: "healthy",
        authError: null,
      });
    this.#sql.exec("delete from pending_credentials where connection_id = ?", id);
  }

  /** Finishes what a crash interrupted: tokens the provider gave and D1 does not name yet. */
  async recover(host: RefresherHost, state: AccountState): Promise<void> {
    for (const row of this.#sql.exec("select * from pending_credentials").toArray()) {
      const pending = Pending.parse(row);
      const connection = state.connection(pending.connection_id);
      if (connection?.credentialVersion === pending.version - 1) await this.#publish(host, state, pending);
      else this.#sql.exec("delete from pending_credentials where connection_id = ?", pending.connection_id);
      const { connection_id: connectionId, version } = pending;
      const superseded = { owner: host.accountId, connectionId, version: version - 1 };
      if (connection) await retireCredential(host.vault, superseded);
    }
  }

  async #giveUp(host: RefresherHost, id: number, reason: string): Promise<Refreshed> {
    await host.needsReauth(id, reason);
    return { kind: "needs_reauth", reason };
  }

  #backOff(id: number): Refreshed {
    const count = (this.#failures.get(id)?.count ?? 0) + 1;
    const wait = Math.min(backoffCapMs, backoffMs * 2 ** (count - 1));
    this.#failures.set(id, { count, until: Date.now() + wait });
    return { kind: "unavailable", retryAfterMs: wait };
  }
}
