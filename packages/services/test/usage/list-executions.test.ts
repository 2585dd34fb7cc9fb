import { env } from "cloudflare:workers";
import { LogPage, LogQuery } from "@clawlink/contract";
import { openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { describe, expect, it } from "vitest";
import { listExecutions } from "../../src/usage/list-executions.ts";
import { makeExecution } from "../make-execution.ts";

const database = openDatabase(env.DB);
const minute = (number: number) => new Date(Date.UTC(2026, 10, 20, 10, number));
const ids = (page: { logs: readonly { id: string }[] }) => page.logs.map(({ id }) => id);

async function person() {
  const { id } = await makeUser(database);
  const list = (query: object = {}) => listExecutions(database, { userId: id }, LogQuery.parse(query));
  return { id, list };
}

describe("listExecutions", () => {
  it("shows one person's calls to that person alone, and everybody's to an operator who asks for them", async () => {
    const [ada, bob] = [await person(), await person()];
    const mine = await makeExecution(database, ada.id);
    const theirs = await makeExecution(database, bob.id);
    expect(ids(await ada.list())).toEqual([mine.id]);
    const all = ids(await listExecutions(database, "everybody", LogQuery.parse({ limit: 100 })));
    expect(all).toEqual(expect.arrayContaining([mine.id, theirs.id]));
  });

  it("pages through every call once, newest first, though many share a moment and new ones arrive meanwhile", async () => {
    const ada = await person();
    const made = [];
    for (let number = 0; number < 25; number += 1) {
      made.push(await makeExecution(database, ada.id, { createdAt: minute(Math.floor(number / 10)) }));
    }
    const wanted = made
      .toSorted((left, right) => right.createdAt.getTime() - left.createdAt.getTime() || (left.id < right.id ? 1 : -1))
      .map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: LogPage = await ada.list({ limit: 7, ...(cursor && { cursor }) });
      seen.push(...ids(page));
      cursor = page.nextCursor;
      if (seen.length === 7) await makeExecution(database, ada.id, { createdAt: minute(59) });
    } while (cursor);
    expect(seen).toEqual(wanted);
  });

  it("counts all that match, not the page", async () => {
    const ada = await person();
    await makeExecution(database, ada.id, { latencyMs: 100 });
    await makeExecution(database, ada.id, { latencyMs: 300 });
    await makeExecution(database, ada.id, { status: "failed", latencyMs: 200, errorMessage: "No." });
    await makeExecution(database, ada.id, { status: "running", latencyMs: null });
    const page = await ada.list({ limit: 1 });
    expect(page.total).toBe(4);
    expect(page.stats).toEqual({ totalRequests: 4, successfulRequests: 2, failedRequests: 1, averageLatency: 200 });
    expect(LogPage.parse(page)).toEqual(page);
  });

  it("answers a person without calls with zeros", async () => {
    const ada = await person();
    expect(await ada.list()).toEqual({
      logs: [],
      total: 0,
      stats: { totalRequests: 0, successfulRequests: 0, failedRequests: 0, averageLatency: 0 },
      coverage: { from: null, to: null },
      nextCursor: null,
    });
  });

  it("narrows by app, action, status, device and time, all at once", async () => {
    const ada = await person();
    const wanted = await makeExecution(database, ada.id, {
      integration: "github",
      action: "create_issue",
      status: "failed",
      apiKeyId: "key_2",
      createdAt: minute(5),
    });
    await makeExecution(database, ada.id, { createdAt: minute(5) });
    await makeExecution(database, ada.id, { integration: "github", action: "create_issue", createdAt: minute(30) });
    const query = { integration: "github", action: "create_issue", status: "failed", device: "key_2" };
    const time = { from: minute(4).toISOString(), to: minute(6).toISOString() };
    expect(ids(await ada.list({ ...query, ...time }))).toEqual([wanted.id]);
    expect(ids(await ada.list({ ...query, to: minute(4).toISOString() }))).toEqual([]);
  });

  it("takes in the whole of the last day when it is given as a date", async () => {
    const ada = await person();
    const late = await makeExecution(database, ada.id, { createdAt: new Date("2026-11-20T23:59:59.999Z") });
    await makeExecution(database, ada.id, { createdAt: new Date("2026-11-21T00:00:00.000Z") });
    expect(ids(await ada.list({ from: "2026-11-20", to: "2026-11-20" }))).toEqual([late.id]);
  });

  it.each(["100%", "a_b", "c\\d", "'; --", "Case", "x".repeat(200)])(
    "searches for %j anywhere, as it is written",
    async (text) => {
      const ada = await person();
      const found = await makeExecution(database, ada.id, { errorMessage: `before ${text.toLowerCase()} after` });
      await makeExecution(database, ada.id, { errorMessage: "before 100x after, aXb, cd" });
      expect(ids(await ada.list({ search: text }))).toEqual([found.id]);
    },
  );

  it.each([{ cursor: "nonsense" }, { from: "yesterday-ish" }, { to: "2026-13-40" }])(
    "refuses %j as a bad request",
    async (query) => {
      const ada = await person();
      await expect(ada.list(query)).rejects.toMatchObject({ code: "bad_request" });
    },
  );
});
