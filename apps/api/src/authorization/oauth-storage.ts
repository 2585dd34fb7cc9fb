import type { Database } from "@clawlink/db";
import { findMcpClient } from "@clawlink/services/mcp-client/find-mcp-client";
import { removeMcpClient } from "@clawlink/services/mcp-client/remove-mcp-client";
import { saveMcpClient } from "@clawlink/services/mcp-client/save-mcp-client";

/** How a record is kept; `expiresAt` in milliseconds since the epoch. */
export interface RecordFacts {
  readonly metadata: unknown;
  readonly expiresAt: number | null;
}

/** Grants, codes and tokens of one account, as the OAuth library keys them. */
export interface GrantRecords {
  get(key: string): string | null;
  put(key: string, value: string, facts: RecordFacts): void;
  delete(key: string): Promise<void>;
  list(prefix: string): { name: string; metadata: unknown }[];
}

/** Nobody's grants: for requests that name no account. */
export const noGrants: GrantRecords = {
  get: () => null,
  put: () => {
    throw new Error("A grant has no account to be kept in.");
  },
  delete: async () => undefined,
  list: () => [],
};

interface PutOptions {
  readonly expirationTtl?: number;
  readonly expiration?: number;
  readonly metadata?: unknown;
}

const clientPrefix = "client:";
/** How long a client that never comes back is kept, in milliseconds. */
export const clientKeptMs = 90 * 24 * 3_600_000;

/**
 * What the OAuth library takes for a KV namespace. Clients, which belong to nobody, are rows of D1; everything else is the account's, in
 * its cell, so that codes and refresh tokens are used once however many ask at the same moment.
 */
export function oauthStorage(database: Database, grants: GrantRecords) {
  const read = async (key: string): Promise<string | null> => {
    if (!key.startsWith(clientPrefix)) return grants.get(key);
    const row = await findMcpClient(database, key.slice(clientPrefix.length));
    return row && JSON.stringify({ ...row.record, registrationExpiresAt: Math.floor(row.expiresAt.getTime() / 1000) });
  };
  return {
    async get(key: string, options?: { type?: "json" }): Promise<unknown> {
      const value = await read(key);
      return value !== null && options?.type === "json" ? JSON.parse(value) : value;
    },
    async put(key: string, value: string, options: PutOptions = {}): Promise<void> {
      const { expirationTtl, expiration, metadata = null } = options;
      const at = expirationTtl === undefined ? expiration : Date.now() / 1000 + expirationTtl;
      const expiresAt = at === undefined ? null : Math.floor(at * 1000);
      if (!key.startsWith(clientPrefix)) return grants.put(key, value, { metadata, expiresAt });
      const clientId = key.slice(clientPrefix.length);
      const known = await findMcpClient(database, clientId);
      await saveMcpClient(database, {
        clientId,
        record: JSON.parse(value),
        readAt: known?.readAt ?? null,
        expiresAt: new Date(expiresAt ?? Date.now() + clientKeptMs),
      });
    },
    async delete(key: string): Promise<void> {
      if (key.startsWith(clientPrefix)) await removeMcpClient(database, key.slice(clientPrefix.length));
      else await grants.delete(key);
    },
    async list({ prefix = "" }: { prefix?: string }) {
      return { keys: grants.list(prefix), list_complete: true, cacheStatus: null };
    },
  };
}
