import { env } from "cloudflare:workers";
import { openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { describe, expect, it } from "vitest";
import { summarizeUsage } from "../../src/usage/summarize-usage.ts";
import { makeExecution } from "../make-execution.ts";

const database = openDatabase(env.DB);
const now = Date.UTC(2026, 10, 20, 12, 30);
const hour = 3_600_000;

describe("summarizeUsage", () => {
  it("says how long the calls of each hour took, and which time all of it is about", async () => {
    const { id: userId } = await makeUser(database);
    const at = (time: number) => new Date(time);
    const eleven = Date.UTC(2026, 10, 20, 11);
    await makeExecution(database, userId, { latencyMs: 100, createdAt: at(eleven + 1) });
    await makeExecution(database, userId, { latencyMs: 2000, createdAt: at(eleven + hour) });
    const from = new Date(eleven - hour).toISOString();
    const summary = await summarizeUsage(database, { userId }, { from }, now);
    expect([summary.from, summary.to, summary.grain]).toEqual([eleven - hour, now, "hour"]);
    const within = (latency: number | null | undefined, wanted: number) =>
      latency ? Math.abs(latency - wanted) / wanted < 0.1 : false;
    expect(
      summary.timeline.map(({ startsAt, latency }) => [
        startsAt,
        within(latency?.p95, startsAt === eleven ? 100 : 2000),
      ]),
    ).toEqual([
      [eleven, true],
      [eleven + hour, true],
    ]);
  });

  it("goes back 400 days at the most, whatever the year it is asked for", async () => {
    const { id: userId } = await makeUser(database);
    for (const from of ["0001-01-01", "-271821-04-20T00:00:00.000Z"]) {
      const summary = await summarizeUsage(database, { userId }, { from }, now);
      expect(Math.round((now - summary.from) / (24 * hour))).toBeLessThanOrEqual(401);
      expect(summary.timeline).toEqual([]);
    }
  });
});
