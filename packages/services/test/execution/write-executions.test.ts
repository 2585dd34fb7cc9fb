import { env } from "cloudflare:workers";
import { randomToken } from "@clawlink/contract";
import { openDatabase, toolExecutions } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { findExecution } from "../../src/execution/find-execution.ts";
import { type ExecutionRow, writeExecutions } from "../../src/execution/write-executions.ts";

const database = openDatabase(env.DB);
const running = (userId: string): ExecutionRow => ({
  id: `exe_${randomToken(16)}`,
  userId,
  action: "send_email",
  integration: "gmail",
  mode: "direct",
  effect: "write",
  status: "running",
  input: { to: "a" },
  createdAt: new Date("2026-11-20T10:00:00.123Z"),
});

async function write(...rows: ExecutionRow[]): Promise<void> {
  const [first, ...rest] = writeExecutions(database, rows);
  if (first) await database.batch([first, ...rest]);
}

it("a call written again is one row, as it was written last, since when it began", async () => {
  const { id: userId } = await makeUser(database);
  const row = running(userId);
  const ended = {
    ...row,
    status: "failed",
    errorCode: "provider_timeout",
    errorType: "network",
    errorMessage: "Too slow.",
    attempts: 3,
    latencyMs: 20_000,
    output: null,
    finishedAt: new Date("2026-11-20T10:00:20.000Z"),
  } as const;
  await write(row);
  await write(ended, ended);
  await write({ ...ended, createdAt: new Date("2026-11-21T00:00:00.000Z") });
  const rows = await database.select().from(toolExecutions).where(eq(toolExecutions.userId, userId));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ ...ended, createdAt: row.createdAt, input: { to: "a" } });
});

it("a call is found by its own person alone", async () => {
  const [ada, bob] = [await makeUser(database), await makeUser(database)];
  const row = running(ada.id);
  await write(row);
  expect(await findExecution(database, ada.id, row.id)).toMatchObject({ id: row.id, status: "running" });
  expect(await findExecution(database, bob.id, row.id)).toBeNull();
  expect(await findExecution(database, ada.id, "exe_other")).toBeNull();
});

it("keeps any JSON a provider may answer, null and text among it", async () => {
  const { id: userId } = await makeUser(database);
  for (const output of [null, "text", 7, [], { a: [{ b: "é😀" }] }, false]) {
    const row = { ...running(userId), output };
    await write(row);
    expect((await findExecution(database, userId, row.id))?.output).toEqual(output);
  }
});

it("writes more than fits into one statement, in any script", async () => {
  const { id: userId } = await makeUser(database);
  const rows = Array.from({ length: 40 }, (_, index) => ({
    ...running(userId),
    attempts: index,
    output: `${"漢".repeat(60_000)}${index}`,
  }));
  await write(...rows);
  const stored = await database.select().from(toolExecutions).where(eq(toolExecutions.userId, userId));
  expect(stored).toHaveLength(40);
  for (const { attempts, output } of stored) expect(String(output).endsWith(`漢${attempts}`)).toBe(true);
});
