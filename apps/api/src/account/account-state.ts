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

interface InOrder {
  readonly connections: readonly ConnectionSnapshot[];
  readonly oldest: number;
}

interface AppRows {
  readonly ids: Set<number>;
  inOrder: InOrder | null;
}

/** What the cell of one account holds in memory: its live keys and its connections, always as D1 has them. */
export class AccountState {
  readonly #keys = new Map<string, KeySnapshot>();
  readonly #connections = new Map<number, ConnectionSnapshot>();
  readonly #byApp = new Map<string, AppRows>();
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

  /** Takes these for what there is; a credential that was renewed while they were read is newer than theirs, and stays. */
  catchUp(keys: readonly KeySnapshot[], connections: readonly ConnectionSnapshot[]): void {
    this.#keys.clear();
    for (const key of keys) this.putKey(key);
    const there = new Set(connections.map(({ id }) => id));
    for (const id of [...this.#connections.keys()].filter((known) => !there.has(known))) this.dropConnection(id);
    for (const row of connections) {
      const known = this.#connections.get(row.id);
      const renewed = known !== undefined && known.credentialVersion > row.credentialVersion;
      const { credentialVersion, credentialExpiresAt } = renewed ? known : row;
      this.putConnection({ ...row, credentialVersion, credentialExpiresAt });
    }
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
    return [...this.#connections.values()];
  }

  /** The connected apps, the one whose oldest connection is the oldest first. */
  get apps(): readonly string[] {
    const oldest = [...this.#byApp].map(([app, rows]) => ({ app, id: this.#inOrder(rows).oldest }));
    return oldest.sort((left, right) => left.id - right.id).map(({ app }) => app);
  }

  /** The connections of one app, its default first, then the oldest. */
  of(integration: string): readonly ConnectionSnapshot[] {
    const rows = this.#byApp.get(integration);
    return rows ? this.#inOrder(rows).connections : [];
  }

  /** Sorted once after each change, since every call asks. */
  #inOrder(rows: AppRows): InOrder {
    rows.inOrder ??= {
      connections: [...rows.ids]
        .flatMap((id) => this.#connections.get(id) ?? [])
        .sort((left, right) => Number(right.isDefault) - Number(left.isDefault) || left.id - right.id),
      oldest: [...rows.ids].reduce((oldest, id) => Math.min(oldest, id), Number.POSITIVE_INFINITY),
    };
    return rows.inOrder;
  }

  putConnection(connection: ConnectionSnapshot): void {
    this.#connections.set(connection.id, connection);
    const rows = this.#byApp.get(connection.integration) ?? { ids: new Set(), inOrder: null };
    rows.ids.add(connection.id);
    rows.inOrder = null;
    this.#byApp.set(connection.integration, rows);
  }

  patchConnection(id: number, change: Partial<Omit<ConnectionSnapshot, "id" | "integration">>): void {
    const known = this.#connections.get(id);
    if (known) this.putConnection({ ...known, ...change });
  }

  dropConnection(id: number): void {
    const app = this.#connections.get(id)?.integration ?? "";
    const rows = this.#byApp.get(app);
    this.#connections.delete(id);
    if (!rows) return;
    rows.ids.delete(id);
    rows.inOrder = null;
    if (rows.ids.size === 0) this.#byApp.delete(app);
  }
}
