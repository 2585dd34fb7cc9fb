import { env } from "cloudflare:workers";
import { randomToken } from "@clawlink/contract";
import {
  connectionSessions,
  hermesBootstrapSessions,
  openDatabase,
  pairingSessions,
  rateLimits,
  sessions,
  toolExecutions,
  userIntegrations,
  verifications,
} from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { removeExpired } from "../../src/retention/remove-expired.ts";
import { makeExecution } from "../make-execution.ts";

const database = openDatabase(env.DB);
const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.now();
const ago = (milliseconds: number) => new Date(now - milliseconds);
let userId = "";

beforeEach(async () => {
  userId = (await makeUser(database)).id;
  for (const table of [pairingSessions, connectionSessions, hermesBootstrapSessions, toolExecutions])
    await database.delete(table);
});

async function pairing(facts: Partial<typeof pairingSessions.$inferInsert>): Promise<string> {
  const id = randomToken(12);
  await database.insert(pairingSessions).values({
    id,
    tokenHash: id,
    verifierHash: id,
    displayCode: "ABCD-2345",
    deviceLabel: "Laptop",
    status: "awaiting_browser",
    expiresAt: ago(-minute),
    ...facts,
  });
  return id;
}

async function connecting(facts: Partial<typeof connectionSessions.$inferInsert>): Promise<string> {
  const id = randomToken(12);
  await database.insert(connectionSessions).values({
    id,
    tokenHash: id,
    displayCode: "ABCD-2345",
    userId,
    integration: "gmail",
    status: "awaiting_user_action",
    flowType: "oauth",
    expiresAt: ago(-minute),
    ...facts,
  });
  return id;
}

async function hermes(facts: Partial<typeof hermesBootstrapSessions.$inferInsert>): Promise<string> {
  const idHash = randomToken(12);
  const row = { idHash, agentFamily: "hermes", status: "pending_approval", expiresAt: ago(-minute) } as const;
  await database.insert(hermesBootstrapSessions).values({ ...row, ...facts });
  return idHash;
}

describe("retention", () => {
  it("ends pairings that ran out, keeps how they ended for a day, and leaves the rest", async () => {
    const open = await pairing({});
    const late = await pairing({ expiresAt: ago(minute) });
    const handedOut = await pairing({ status: "awaiting_local_save", expiresAt: ago(minute) });
    const paired = await pairing({ status: "paired", expiresAt: ago(minute) });
    await pairing({ status: "paired", expiresAt: ago(day + minute) });
    await removeExpired(database, now);
    const rows = await database.select().from(pairingSessions);
    expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual({
      [open]: "awaiting_browser",
      [late]: "expired",
      [handedOut]: "expired",
      [paired]: "paired",
    });
  });

  it("ends connection sessions that ran out with all that was secret of them", async () => {
    const secrets = { stateHash: randomToken(12), browserHash: "b", sealedVerifier: "sealed" };
    const open = await connecting(secrets);
    const late = await connecting({ expiresAt: ago(1), sealedVerifier: "sealed", stateHash: randomToken(12) });
    const done = await connecting({ status: "connected", expiresAt: ago(1) });
    await connecting({ status: "failed", expiresAt: ago(day + 1) });
    await removeExpired(database, now);
    const rows = new Map((await database.select().from(connectionSessions)).map((row) => [row.id, row]));
    expect(rows.size).toBe(3);
    expect(rows.get(open)).toMatchObject({ status: "awaiting_user_action", ...secrets });
    expect(rows.get(late)).toMatchObject({ status: "expired", stateHash: null, sealedVerifier: null });
    expect(rows.get(done)?.status).toBe("connected");
  });

  it("drops an approved agent's sealed key five minutes after approval", async () => {
    const fresh = await hermes({ status: "approved", approvedAt: ago(4 * minute), sealedKey: "sealed" });
    const late = await hermes({ status: "approved", approvedAt: ago(5 * minute + 1), sealedKey: "sealed" });
    const waiting = await hermes({ expiresAt: ago(1) });
    await hermes({ status: "consumed", expiresAt: ago(day + 1) });
    await removeExpired(database, now);
    const rows = new Map((await database.select().from(hermesBootstrapSessions)).map((row) => [row.idHash, row]));
    expect(rows.size).toBe(3);
    expect(rows.get(fresh)).toMatchObject({ status: "approved", sealedKey: "sealed" });
    expect(rows.get(late)).toMatchObject({ status: "expired", sealedKey: null });
    expect(rows.get(waiting)?.status).toBe("expired");
  });

  it("removes rows that never became a connection, and no connection", async () => {
    const row = { userId, integration: "gmail", flowType: "oauth" } as const;
    const values = [
      { ...row, accountLabel: "abandoned", createdAt: ago(61 * minute) },
      { ...row, accountLabel: "under way", createdAt: ago(minute) },
      { ...row, accountLabel: "connected", credentialVersion: 1, createdAt: ago(400 * day) },
    ];
    await database.insert(userIntegrations).values(values);
    await removeExpired(database, now);
    const left = await database.select().from(userIntegrations).where(eq(userIntegrations.userId, userId));
    expect(left.map(({ accountLabel }) => accountLabel)).toEqual(["under way", "connected"]);
  });

  it("removes calls after ninety days, a few thousand a run, oldest first", async () => {
    await makeExecution(database, userId, { id: "old", createdAt: ago(91 * day) });
    await makeExecution(database, userId, { id: "recent", createdAt: ago(89 * day) });
    await removeExpired(database, now);
    expect((await database.select().from(toolExecutions)).map(({ id }) => id)).toEqual(["recent"]);
  });

  it("removes sign-ins, links and counters that are past their time", async () => {
    const moments = { createdAt: ago(0), updatedAt: ago(0) };
    for (const [id, expiresAt] of [
      ["live", ago(-minute)],
      ["late", ago(1)],
    ] as const) {
      await database
        .insert(sessions)
        .values({ id: `${userId}-${id}`, userId, token: `${userId}-${id}`, expiresAt, ...moments });
      await database
        .insert(verifications)
        .values({ id: `${userId}-${id}`, identifier: id, value: id, expiresAt, ...moments });
    }
    await database.insert(rateLimits).values([
      { id: `${userId}-1`, key: `${userId}-1`, count: 1, lastRequest: now - minute },
      { id: `${userId}-2`, key: `${userId}-2`, count: 1, lastRequest: now - 2 * day },
    ]);
    await removeExpired(database, now);
    expect((await database.select().from(sessions)).map(({ id }) => id)).toEqual([`${userId}-live`]);
    expect((await database.select().from(verifications)).map(({ id }) => id)).toEqual([`${userId}-live`]);
    expect((await database.select().from(rateLimits)).map(({ id }) => id)).toEqual([`${userId}-1`]);
  });

  it("run again, or twice at once, changes nothing more", async () => {
    await pairing({ expiresAt: ago(minute) });
    await hermes({ status: "approved", approvedAt: ago(6 * minute), sealedKey: "sealed" });
    await makeExecution(database, userId, { createdAt: ago(91 * day) });
    await Promise.all([removeExpired(database, now), removeExpired(database, now)]);
    const all = async () =>
      JSON.stringify(
        await Promise.all([
          database.select().from(pairingSessions),
          database.select().from(hermesBootstrapSessions),
          database.select().from(toolExecutions),
        ]),
      );
    const before = await all();
    await removeExpired(database, now);
    expect(await all()).toBe(before);
  });
});
