import { randomToken } from "@clawlink/contract";
import { type Database, openDatabase } from "@clawlink/db";
import type { Ports } from "@clawlink/engine";
import { cellOf } from "./account/cell-of.ts";
import { finishGathered } from "./account/gathered-finish.ts";
import type { CalledFrom } from "./called-from.ts";
import { catalog } from "./catalog.ts";
import { type Bindings, type Environment, readEnvironment } from "./environment.ts";
import { fetchOutside, resolveHost } from "./outside.ts";
import { createResults } from "./results.ts";
import { openVault, type Vault } from "./vault.ts";

/** What a request of this worker works with: the implementations meet the ports here. */
export interface Deps {
  readonly bindings: Bindings;
  readonly environment: Environment;
  readonly database: Database;
  readonly vault: Vault;
  readonly later: (work: Promise<unknown>) => void;
}

const databases = new WeakMap<D1Database, Database>();

/** The database of an isolate's binding: working out the schema's relations takes longer than a query's other JavaScript. */
function databaseOf(binding: D1Database): Database {
  const database = databases.get(binding) ?? openDatabase(binding);
  databases.set(binding, database);
  return database;
}

/** Everything but the ports, for one request; refuses to serve when the configuration is wrong. */
export async function makeDeps(bindings: Bindings, later: (work: Promise<unknown>) => void): Promise<Deps> {
  const environment = readEnvironment(bindings);
  return {
    bindings,
    environment,
    database: databaseOf(bindings.DB),
    vault: await openVault(bindings, environment),
    later,
  };
}

/** An execution id: sortable by time, 95 bits of randomness. */
export function newExecutionId(): string {
  return `exe_${Date.now().toString(36).padStart(9, "0")}${randomToken(16)}`;
}

/** The engine's ports for calls made with one key, from somewhere or, when a person let a call go on, from nowhere. */
export function makePorts(deps: Deps, keyHash: string, from: CalledFrom | null = null): Ports {
  const { bindings, environment, vault } = deps;
  return {
    catalog,
    account: (accountId) => {
      const cell = cellOf(bindings, accountId);
      return {
        begin: (call) => cell.begin(call, from),
        finish: (call) => cell.finish(keyHash, [call]),
        finishSoon: (end) => finishGathered({ accountId, keyHash }, end, (calls) => cell.finish(keyHash, calls)),
        again: (call) => cell.again(call, keyHash),
        refresh: (id, seen) => cell.refresh(id, seen),
      };
    },
    credentials: {
      open: (owner, connectionId, version, record) =>
        vault.opener.open(record, { purpose: "connection", owner, subject: String(connectionId), version }),
    },
    results: createResults(bindings.CREDENTIALS, vault),
    fetch: (url, init) => fetchOutside(environment, url, init),
    resolve: resolveHost,
    now: Date.now,
    random: Math.random,
    newExecutionId,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    later: deps.later,
    webOrigin: environment.WEB_ORIGIN,
  };
}
