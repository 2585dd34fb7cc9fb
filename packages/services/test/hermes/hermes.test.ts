import { env } from "cloudflare:workers";
import { HermesStart, sha256Hex } from "@clawlink/contract";
import { apiKeys, hermesBootstrapSessions, openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { approveHermes } from "../../src/hermes/approve-hermes.ts";
import { consumeHermes, rejectHermes } from "../../src/hermes/end-hermes.ts";
import { findHermes } from "../../src/hermes/find-hermes.ts";
import { handoverMs, hermesStatus } from "../../src/hermes/hermes-status.ts";
import { startHermes } from "../../src/hermes/start-hermes.ts";

const database = openDatabase(env.DB);
const facts = HermesStart.parse({
  agent_family: "hermes",
  agent_version: null,
  client_label: "Hermes",
  hostname: "desk",
});
const seal = async (raw: string) => `sealed ${await sha256Hex(raw)}`;
const liveKeys = async (userId: string) =>
  (await database.select().from(apiKeys).where(eq(apiKeys.userId, userId))).filter(
    ({ revokedAt }) => revokedAt === null,
  );
const change = (idHash: string, values: Partial<typeof hermesBootstrapSessions.$inferInsert>) =>
  database.update(hermesBootstrapSessions).set(values).where(eq(hermesBootstrapSessions.idHash, idHash));

async function start() {
  const { row, sessionId } = await startHermes(database, facts);
  return { row, sessionId, person: await makeUser(database), read: () => findHermes(database, sessionId) };
}

describe("a bootstrap session", () => {
  it("is known by an id nobody can guess, of which only the hash is kept", async () => {
    const { sessionId, read } = await start();
    expect(sessionId).toMatch(/^hbs_[0-9A-Za-z]{32}$/);
    expect(JSON.stringify(await read())).not.toContain(sessionId);
    await expect(findHermes(database, await sha256Hex(sessionId))).rejects.toMatchObject({ code: "not_found" });
  });

  it("is approved once: one key, named after the agent and its host, sealed at rest", async () => {
    const { person, row, read } = await start();
    const key = await approveHermes(database, person.id, await read(), seal);
    expect(hermesStatus(await read())).toBe("approved");
    expect(await liveKeys(person.id)).toMatchObject([{ id: key.row.id, kind: "hermes", name: "Hermes on desk" }]);
    expect(JSON.stringify(await read())).not.toContain(key.raw);
    await expect(approveHermes(database, person.id, await read(), seal)).rejects.toMatchObject({ code: "conflict" });
    await expect(approveHermes(database, person.id, row, seal)).rejects.toMatchObject({ code: "conflict" });
    expect(await liveKeys(person.id)).toHaveLength(1);
  });

  it("approved twice at once leaves one live key", async () => {
    const { person, row, read } = await start();
    const both = await Promise.allSettled([1, 2].map(() => approveHermes(database, person.id, row, seal)));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { apiKeyId } = await read();
    expect((await liveKeys(person.id)).map(({ id }) => id)).toEqual([apiKeyId]);
  });

  it("consumed holds no key any more, and may be consumed again", async () => {
    const { person, read } = await start();
    await expect(consumeHermes(database, await read())).rejects.toMatchObject({ code: "conflict" });
    await approveHermes(database, person.id, await read(), seal);
    expect(await consumeHermes(database, await read())).toBe("consumed");
    expect(await read()).toMatchObject({ sealedKey: null, status: "consumed" });
    expect(await consumeHermes(database, await read())).toBe("consumed");
    expect(await liveKeys(person.id)).toHaveLength(1);
  });

  it("hands its key over for five minutes after approval, and not longer", async () => {
    const { person, row, read } = await start();
    await approveHermes(database, person.id, await read(), seal);
    await change(row.idHash, { approvedAt: new Date(Date.now() - handoverMs + 5_000) });
    expect(hermesStatus(await read())).toBe("approved");
    await change(row.idHash, { approvedAt: new Date(Date.now() - handoverMs) });
    expect(hermesStatus(await read())).toBe("expired");
    await expect(consumeHermes(database, await read())).rejects.toMatchObject({ code: "gone" });
  });

  it("that is over cannot be decided", async () => {
    const { person, row, read } = await start();
    await change(row.idHash, { expiresAt: new Date(Date.now() - 1) });
    await expect(approveHermes(database, person.id, await read(), seal)).rejects.toMatchObject({ code: "gone" });
    await expect(approveHermes(database, person.id, row, seal)).rejects.toMatchObject({ code: "conflict" });
    await expect(rejectHermes(database, await read())).rejects.toMatchObject({ code: "gone" });
    expect(await liveKeys(person.id)).toEqual([]);
  });

  it("rejected or cancelled stays so", async () => {
    const { person, read } = await start();
    expect(await rejectHermes(database, await read())).toBe("rejected");
    expect(await rejectHermes(database, await read())).toBe("rejected");
    await expect(approveHermes(database, person.id, await read(), seal)).rejects.toMatchObject({ code: "conflict" });
  });
});
