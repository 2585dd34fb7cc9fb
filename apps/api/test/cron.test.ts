import { apiKeys, connectionSessions, pairingSessions } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { runCron } from "../src/cron.ts";
import { testEnv } from "./test-env.ts";
import { call, database, makePerson } from "./world.ts";

describe("cron", () => {
  it("ends sessions whose time is over, keeps the others, and may run at any moment", async () => {
    const person = await makePerson();
    const { body } = await call("POST", "/api/connect/start", { key: person.key, body: { integration: "gmail" } });
    await call("POST", "/api/openclaw/pair/start", { body: {} });
    const live = await database.select().from(pairingSessions);
    await database
      .update(connectionSessions)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(connectionSessions.id, body.sessionId));
    await runCron(testEnv, Date.now());
    await runCron(testEnv, Date.now());
    const [ended] = await database.select().from(connectionSessions).where(eq(connectionSessions.id, body.sessionId));
    expect(ended).toMatchObject({ status: "expired", stateHash: null, sealedVerifier: null });
    expect((await database.select().from(pairingSessions)).map(({ status }) => status)).toEqual(
      live.map(() => "awaiting_browser"),
    );
    expect(await database.select().from(apiKeys).where(eq(apiKeys.userId, person.userId))).toHaveLength(1);
  });
});
