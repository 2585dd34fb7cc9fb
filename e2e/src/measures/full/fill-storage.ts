import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { callsSql, pick } from "../../../../bench/src/workers/usage-scale/calls-sql.ts";
import { rollUp } from "../../../../packages/services/src/usage/roll-up.ts";
import type { Product } from "../../product.ts";
import { openOver } from "./d1-over-sqlite.ts";
import { openD1 } from "./local-d1.ts";
import { nameOf } from "./odd-names.ts";

/** What a great account and its surroundings hold. */
export const full = { calls: 1_000_000, connections: 10_000, devices: 500, people: 400 } as const;

const apps = ["gmail", "github", "slack", "google-calendar", "linear", "twilio", "stripe", "resend"] as const;
/** So many people beside the great account call, with so many of their keys. */
const callers = 20;
const callingDevices = 12;
const callsAStatement = 100_000;
const hoursAtOnce = 240;

const Index = z.object({ name: z.string(), sql: z.string() });
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

function within(database: DatabaseSync, work: () => void): void {
  database.exec("begin immediate");
  try {
    work();
    database.exec("commit");
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
}

function fillPeople(database: DatabaseSync, now: number): void {
  const put = database.prepare("insert into users (id, name, email, created_at, updated_at) values (?, ?, ?, ?, ?)");
  for (const index of range(full.people)) {
    const joined = now - (index + 1) * 3_600_000;
    put.run(`user_${index}`, nameOf(index, "Somebody"), `somebody-${index}@example.com`, joined, joined);
  }
}

function fillDevices(database: DatabaseSync, userId: string, now: number): void {
  const put = database.prepare(
    `insert into api_keys (id, user_id, name, kind, key_hash, hint, policy, created_at, last_used_at, last_used_client, last_used_country)
     values (?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, ?)`,
  );
  const kinds = ["openclaw", "hermes", "manual", "cli"] as const;
  for (const index of range(full.devices)) {
    const made = now - index * 7_200_000;
    const used = index % 3 === 0 ? null : made + 3_600_000;
    const id = `key_${index}_${userId}`;
    const client = used === null ? null : nameOf(index - 1, "program/1.");
    const kind = kinds[index % kinds.length] ?? "cli";
    put.run(id, userId, nameOf(index, "Device"), kind, `hash_${id}`, "hint", made, used, client, used && "DE");
  }
}

/** The first of the connections' ids, which lie in a row. */
function fillConnections(database: DatabaseSync, userId: string, now: number): number {
  const states = ["healthy", "healthy", "healthy", "healthy", "healthy", "stale_auth", "degraded", "error"] as const;
  const first = 1_000_000;
  const put = database.prepare(
    `insert into user_integrations (id, user_id, integration, connection_label, account_label, external_account_id, is_default, flow_type,
       auth_state, credential_version, created_at, updated_at, last_used_at) values (?, ?, ?, ?, ?, ?, ?, 'oauth2', ?, 1, ?, ?, ?)`,
  );
  for (const index of range(full.connections)) {
    const app = apps[index % apps.length] ?? "gmail";
    const nth = Math.floor(index / apps.length);
    const label = nth < 10 || nth % 2 === 0 ? nameOf(nth, "Account") : null;
    const account = `account-${nth}@example.com`;
    const state = states[nth % states.length] ?? "healthy";
    const since = now - index * 60_000;
    put.run(
      first + index,
      userId,
      app,
      label,
      account,
      `upstream-${index}`,
      nth === 0 ? 1 : 0,
      state,
      since,
      since,
      since,
    );
  }
  return first;
}

/** Indexes are made once the rows are there: kept up to date with each row they take three times as long. */
function fillCalls(database: DatabaseSync, userId: string, firstConnection: number, now: number): void {
  const found = database
    .prepare("select name, sql from sqlite_master where type = 'index' and tbl_name = 'tool_executions' and sql <> ''")
    .all();
  const indexes = z.array(Index).parse(found);
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  const ofApp = `case app ${apps.map((app, index) => `when '${app}' then ${index}`).join(" ")} end`;
  const connection = `iif(user_id = '${userId}', ${firstConnection} + ${ofApp} + ${apps.length} * ${pick(12, 6)}, null)`;
  const who = { heavyUser: userId, others: callers, devices: callingDevices, connection };
  for (let from = 0; from < full.calls; from += callsAStatement) {
    const part = { from, to: Math.min(from + callsAStatement, full.calls), rows: full.calls };
    database.exec(callsSql(part, now, who));
  }
  for (const { sql } of indexes) database.exec(sql);
  database.exec(`insert into usage_stale_hours
    select distinct user_id, created_at - created_at % 3600000, 0 from tool_executions where true on conflict do nothing`);
}

/** Sums the calls by cron's own code, here, where it takes a fifth of the time. */
async function sumCalls(database: DatabaseSync, now: number): Promise<void> {
  const over = openOver(database);
  while ((await rollUp(over, { now, hours: hoursAtOnce })) > 0);
}

/**
 * Fills the local product's D1 with a great account and everything around it, the same every time, and sums it. Nothing may have
 * asked for the account before: its cell reads what there is once.
 */
export async function fillStorage(product: Product, userId: string, now: number): Promise<void> {
  const database = openD1(product);
  const began = Date.now();
  const say = (what: string) =>
    process.stderr.write(`full: ${what} after ${Math.round((Date.now() - began) / 1000)} s\n`);
  try {
    within(database, () => {
      fillPeople(database, now);
      fillDevices(database, userId, now);
      const firstConnection = fillConnections(database, userId, now);
      database.prepare("update users set role = 'operator' where id = ?").run(userId);
      fillCalls(database, userId, firstConnection, now);
    });
    say(`${full.calls.toLocaleString("en")} calls`);
    await sumCalls(database, now);
    say("summed");
  } finally {
    database.close();
  }
}
