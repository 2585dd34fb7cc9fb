import { type AccessPolicy, dashboardDevice, openPolicy } from "@clawlink/contract";
import type { apiKeys } from "@clawlink/db";
import type { ConnectionSnapshot, KeySnapshot } from "@clawlink/engine";
import type { AccountFacts } from "@clawlink/provider-kit";
import type { ConnectionRow } from "@clawlink/services/account/load-account";

/** A connection's row as the engine decides on it. */
export function connectionSnapshot(row: ConnectionRow): ConnectionSnapshot {
  return {
    id: row.id,
    integration: row.integration,
    connectionLabel: row.connectionLabel,
    accountLabel: row.accountLabel,
    externalAccountId: row.externalAccountId,
    metadata: row.providerMetadata,
    isDefault: row.isDefault,
    authState: row.authState,
    authError: row.authError,
    scopes: row.scopes,
    credentialVersion: row.credentialVersion,
    credentialExpiresAt: row.credentialExpiresAt?.getTime() ?? null,
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
  };
}

/** Who a connection is at its provider. */
export function accountFacts({ externalAccountId, accountLabel, metadata }: ConnectionSnapshot): AccountFacts {
  return { id: externalAccountId, label: accountLabel, metadata };
}

/** A live key's row as the engine decides on it. */
export function keySnapshot(row: typeof apiKeys.$inferSelect & { policy: AccessPolicy }): KeySnapshot {
  return { id: row.id, name: row.name, kind: row.kind, keyHash: row.keyHash, policy: row.policy };
}

/** The person's own browser, as a key: no text has a hash that reads so, hence only this worker can name it. */
export const dashboardKey: KeySnapshot = {
  ...dashboardDevice,
  kind: "manual",
  keyHash: dashboardDevice.id,
  policy: openPolicy,
};

/** What the cell of one account holds in memory: its live keys and its connections, always as D1 has them. */
export class AccountState {
  readonly #keys = new Map<string, KeySnapshot>();
  readonly #connections = new Map<number, ConnectionSnapshot>();
  /** The account's keys are refused for as long as this is set. */
  disabled = false;
  #dashboard: KeySnapshot | null = dashboardKey;

  constructor(keys: readonly KeySnapshot[], connections: readonly ConnectionSnapshot[]) {
    for (const key of keys) this.putKey(key);
    for (const connection of connections) this.putConnection(connection);
  }

  /** The live key of this hash. Both are digests, so the look-up tells nothing about a key's text. */
  keyOf(keyHash: string): KeySnapshot | null {
    if (this.disabled) return null;
    return keyHash === dashboardKey.keyHash ? this.#dashboard : (this.#keys.get(keyHash) ?? null);
  }

  putKey(key: KeySnapshot): void {
    this.dropKey(key.id);
    this.#keys.set(key.keyHash, key);
  }

  dropKey(keyId: string): void {
    for (const [hash, key] of this.#keys) if (key.id === keyId) this.#keys.delete(hash);
  }

  /** Refuses every key from now on. */
  dropKeys(): void {
    this.#keys.clear();
    this.#dashboard = null;
  }

  connection(id: number): ConnectionSnapshot | null {
    return this.#connections.get(id) ?? null;
  }

  get connections(): readonly ConnectionSnapshot[] {
    return [...this.#connections.values()].sort((left, right) => left.id - right.id);
  }

  of(integration: string): readonly ConnectionSnapshot[] {
    return this.connections.filter((connection) => connection.integration === integration);
  }

  putConnection(connection: ConnectionSnapshot): void {
    this.#connections.set(connection.id, connection);
  }

  patchConnection(id: number, change: Partial<ConnectionSnapshot>): void {
    const known = this.#connections.get(id);
    if (known) this.#connections.set(id, { ...known, ...change });
  }

  dropConnection(id: number): void {
    this.#connections.delete(id);
  }
}
