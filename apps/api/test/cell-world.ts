import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { sha256Hex } from "@clawlink/contract";
import { toolExecutions, userIntegrations } from "@clawlink/db";
import { type BeginCall, findTool } from "@clawlink/engine";
import { eq } from "drizzle-orm";
import { cellOf } from "../src/account/cell-of.ts";
import { catalog } from "../src/catalog.ts";
import { testEnv } from "./test-env.ts";
import { call, database, type Person } from "./world.ts";

export const minute = 60_000;
export const stubOf = ({ userId }: Person) => testEnv.ACCOUNTS.get(testEnv.ACCOUNTS.idFromName(userId));
export const cell = ({ userId }: Person) => cellOf(testEnv, userId);
export const evict = (person: Person) => evictDurableObject(stubOf(person));
/** Ends the cell at once, whatever it is doing, as a crash does. */
export const crash = (person: Person) =>
  runInDurableObject(stubOf(person), (_instance, state) => state.abort("crash")).catch(() => {});
export const sql = <T>(person: Person, work: (storage: SqlStorage) => T) =>
  runInDurableObject(stubOf(person), (_instance, state) => work(state.storage.sql));
export const rowsOf = ({ userId }: Person) =>
  database.select().from(toolExecutions).where(eq(toolExecutions.userId, userId));
export const connectionRow = async (id: number) =>
  (await database.select().from(userIntegrations).where(eq(userIntegrations.id, id)))[0];
export const kvNames = async ({ userId }: Person) =>
  (await testEnv.CREDENTIALS.list({ prefix: `credential/${userId}/` })).keys.map(({ name }) => name);
export const execute = (person: Person, tool: string, body: unknown) =>
  call("POST", `/api/tools/${tool}/execute`, { key: person.key, body });
export const customer = (facts: Record<string, unknown> = {}) => ({
  arguments: { name: "Customer" },
  confirmed: true,
  ...facts,
});

/** A call that the cell admits and nobody finishes, as when the isolate that made it dies. */
export async function beginOnly(person: Person, toolName: string, facts: Partial<BeginCall> = {}) {
  const found = findTool(catalog, toolName);
  if (!found) throw new Error(`There is no ${toolName}.`);
  const input = { name: "Customer" };
  const begin: BeginCall = {
    executionId: `exe_${crypto.randomUUID()}`,
    keyHash: await sha256Hex(person.key),
    startedAt: Date.now(),
    deadline: Date.now() + 45_000,
    mode: "direct",
    toolName,
    tool: { integration: found.app.slug, actionId: found.action.id, action: found.action, needsConnection: true },
    connectionId: null,
    confirmed: true,
    problems: null,
    idempotency: null,
    likeness: null,
    input,
    approvable: { toolName, input, connectionId: null, controls: {}, fingerprint: "f" },
    approved: false,
    ...facts,
  };
  return { begin, begun: await cell(person).begin(begin) };
}

/** Makes everything the cell began look `milliseconds` older. */
export const age = (person: Person, milliseconds: number) =>
  sql(person, (storage) => {
    storage.exec("update executions set at = at - ?", milliseconds);
    storage.exec("update idempotency set at = at - ?", milliseconds);
  });

/** Waits until `done`, two and a half seconds at the most. */
export async function soon(done: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + 2_500;
  while (Date.now() < until) {
    if (await done()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return done();
}
