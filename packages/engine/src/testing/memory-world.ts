import { openPolicy, Secret } from "@clawlink/contract";
import type { Ports } from "../ports.ts";
import type { ConnectionSnapshot, KeySnapshot } from "../snapshot.ts";
import { type AccountEvent, MemoryAccount } from "./memory-account.ts";
import { toyCatalog } from "./toy-shop.ts";

/** How the doubled network answers one request; an error thrown is a failure of the network. */
export type Reply = (request: Request) => Response | Promise<Response>;

/** Everything around the engine, in memory: only the network is scripted. */
export interface MemoryWorld {
  readonly ports: Ports;
  readonly account: MemoryAccount;
  /** What happened, in order: the account's events, and `fetch METHOD URL`. */
  readonly log: string[];
  readonly requests: Request[];
  readonly results: Map<string, unknown>;
  /** Work the engine left for after the answer. */
  readonly laterWork: Promise<unknown>[];
  /** Lets time pass, in milliseconds. */
  pass(milliseconds: number): void;
}

const key: KeySnapshot = { id: "key_1", name: "Device", kind: "manual", keyHash: "hash", policy: openPolicy };
const connection: ConnectionSnapshot = {
  id: 1,
  integration: "shop",
  connectionLabel: null,
  accountLabel: "owner@example.com",
  externalAccountId: "acct_1",
  metadata: {},
  isDefault: true,
  authState: "healthy",
  authError: null,
  scopes: [],
  credentialVersion: 1,
  credentialExpiresAt: null,
  lastUsedAt: null,
};

/** A world whose network gives `replies` in order, then the last one again. The clock moves only by `sleep` and `pass`. */
export function memoryWorld(
  replies: readonly Reply[],
  facts: {
    policy?: Partial<KeySnapshot["policy"]>;
    connection?: Partial<ConnectionSnapshot> | null;
    addresses?: readonly string[];
  } = {},
): MemoryWorld {
  const log: string[] = [];
  const requests: Request[] = [];
  const results = new Map<string, unknown>();
  const laterWork: Promise<unknown>[] = [];
  let time = Date.parse("2026-11-22T10:00:00.000Z");
  let executions = 0;
  const rows = facts.connection === null ? [] : [{ ...connection, ...facts.connection }];
  const owner = { ...key, policy: { ...openPolicy, ...facts.policy } };
  const account = new MemoryAccount(owner, rows, (event: AccountEvent) => log.push(event));
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  const ports: Ports = {
    catalog: toyCatalog,
    account: () => account,
    credentials: {
      open: async (_account, _id, _version, record) =>
        new Secret(JSON.stringify({ kind: "oauth2", accessToken: record, refreshToken: null })),
    },
    results: {
      put: async (_account, id, output) => void results.set(id, output),
      get: async (_account, id) => results.get(id),
    },
    fetch: async (url, init) => {
      const request = new Request(url, init);
      log.push(`fetch ${request.method} ${request.url}`);
      requests.push(request);
      const reply = replies[Math.min(requests.length, replies.length) - 1];
      if (!reply) throw new Error("Nothing was to be sent.");
      return reply(request);
    },
    resolve: async () => facts.addresses ?? ["93.184.216.34"],
    now: () => time,
    random: () => 0.5,
    newExecutionId: () => {
      executions += 1;
      return `exe_${executions}`;
    },
    sleep: async (milliseconds) => pass(milliseconds),
    later: (work) => void laterWork.push(work),
    webOrigin: "https://web.example",
  };
  return { ports, account, log, requests, results, laterWork, pass };
}

/** A JSON reply. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return () =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}
