import { env } from "cloudflare:workers";
import { accountOfAgentKey, PairingSession, sha256Hex } from "@clawlink/contract";
import { apiKeys, openDatabase, pairingSessions } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { decidePairing } from "../../src/pairing/decide-pairing.ts";
import { exchangePairing } from "../../src/pairing/exchange-pairing.ts";
import { finalizePairing } from "../../src/pairing/finalize-pairing.ts";
import { findPairing, findPairingOfDevice } from "../../src/pairing/find-pairing.ts";
import { pairingAnswer } from "../../src/pairing/pairing-answer.ts";
import { startPairing } from "../../src/pairing/start-pairing.ts";

const database = openDatabase(env.DB);
const keysOf = (userId: string) => database.select().from(apiKeys).where(eq(apiKeys.userId, userId));
const expire = (id: string) =>
  database
    .update(pairingSessions)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where(eq(pairingSessions.id, id));

async function approved() {
  const person = await makeUser(database);
  const started = await startPairing(database, "Laptop");
  await decidePairing(database, person.id, started.token, "approve");
  return { person, ...started };
}

describe("a pairing session", () => {
  it("keeps neither its token nor its verifier, and answers as the contract says", async () => {
    const { row, token, verifier } = await startPairing(database, "Laptop");
    const stored = JSON.stringify(await findPairing(database, token));
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(verifier);
    expect(PairingSession.strict().parse(pairingAnswer(row, token))).toMatchObject({
      token,
      status: "awaiting_browser",
      deviceLabel: "Laptop",
      displayCode: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/),
      approvedUserHint: null,
    });
    expect(row.expiresAt.getTime() - Date.now()).toBeGreaterThan(14 * 60_000);
  });

  it("is found by its token and opened by its verifier alone", async () => {
    const { token, verifier } = await startPairing(database, "Laptop");
    await expect(findPairing(database, `${token}x`)).rejects.toMatchObject({ code: "not_found" });
    await expect(findPairing(database, await sha256Hex(token))).rejects.toMatchObject({ code: "not_found" });
    await expect(findPairingOfDevice(database, token, `${verifier}x`)).rejects.toMatchObject({ code: "forbidden" });
    await expect(findPairingOfDevice(database, token, "")).rejects.toMatchObject({ code: "forbidden" });
    await expect(findPairingOfDevice(database, token, verifier)).resolves.toMatchObject({ deviceLabel: "Laptop" });
  });

  it("is decided once, by whoever is first", async () => {
    const [ada, bob] = [await makeUser(database), await makeUser(database)];
    const { token } = await startPairing(database, "Laptop");
    const decisions = await Promise.allSettled([
      decidePairing(database, ada.id, token, "approve"),
      decidePairing(database, bob.id, token, "reject"),
      decidePairing(database, bob.id, token, "approve"),
    ]);
    expect(decisions.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const decision of decisions)
      if (decision.status === "rejected") expect(decision.reason).toMatchObject({ code: "conflict" });
  });

  it("shows the approver's address to nobody in full", async () => {
    const person = await makeUser(database, { email: "ada.lovelace@analytical.example" });
    const { token } = await startPairing(database, "Laptop");
    const row = await decidePairing(database, person.id, token, "approve");
    expect(row.approvedUserHint).toBe("a••@a••.example");
  });

  it("that has expired can be neither decided, exchanged nor finished, and says so", async () => {
    const { person, row, token } = await approved();
    const waiting = await startPairing(database, "Laptop");
    await Promise.all([expire(row.id), expire(waiting.row.id)]);
    await expect(decidePairing(database, person.id, waiting.token, "approve")).rejects.toMatchObject({ code: "gone" });
    await expect(exchangePairing(database, person.id, row.id)).rejects.toMatchObject({ code: "gone" });
    await expect(finalizePairing(database, await findPairing(database, token))).rejects.toMatchObject({ code: "gone" });
    expect(pairingAnswer(await findPairing(database, token), token).status).toBe("expired");
    expect(await keysOf(person.id)).toEqual([]);
  });
});

describe("exchanging a pairing for a key", () => {
  it("gives a live key of the approver's, stored as its hash", async () => {
    const { person, row, token } = await approved();
    const { key } = await exchangePairing(database, person.id, row.id);
    expect(accountOfAgentKey(key.raw)).toBe(person.id);
    const [stored] = await keysOf(person.id);
    expect(stored).toMatchObject({
      keyHash: await sha256Hex(key.raw),
      kind: "openclaw",
      name: "Laptop",
      revokedAt: null,
    });
    expect(JSON.stringify(stored)).not.toContain(key.raw);
    expect(pairingAnswer(await findPairing(database, token), token).status).toBe("awaiting_local_save");
  });

  it("again before it is finished gives a fresh key and revokes the earlier one", async () => {
    const { person, row } = await approved();
    const first = await exchangePairing(database, person.id, row.id);
    const second = await exchangePairing(database, person.id, row.id);
    expect(second.revokedKeyId).toBe(first.key.row.id);
    const live = (await keysOf(person.id)).filter(({ revokedAt }) => revokedAt === null);
    expect(live.map(({ id }) => id)).toEqual([second.key.row.id]);
  });

  it("after it is finished is a conflict that leaves the key of the device alone", async () => {
    const { person, row, token } = await approved();
    const { key } = await exchangePairing(database, person.id, row.id);
    const session = await findPairing(database, token);
    expect(pairingAnswer(await finalizePairing(database, session), token).status).toBe("paired");
    await expect(exchangePairing(database, person.id, row.id)).rejects.toMatchObject({ code: "conflict" });
    expect((await keysOf(person.id)).map(({ id, revokedAt }) => [id, revokedAt])).toEqual([[key.row.id, null]]);
  });

  it("at the moment it is finished never leaves the device with a revoked key", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { person, row, token } = await approved();
      await exchangePairing(database, person.id, row.id);
      const session = await findPairing(database, token);
      await Promise.allSettled([finalizePairing(database, session), exchangePairing(database, person.id, row.id)]);
      const ended = await findPairing(database, token);
      const keys = await keysOf(person.id);
      expect(keys.find(({ id }) => id === ended.apiKeyId)?.revokedAt).toBeNull();
      expect(keys.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
    }
  });

  it("that D1 breaks off leaves the earlier key alone, and one live key after the next try", async () => {
    const { person, row } = await approved();
    const first = await exchangePairing(database, person.id, row.id);
    const failing = new Proxy(env.DB, {
      get: (target, name) =>
        name === "batch" ? () => Promise.reject(new Error("D1 is away.")) : Reflect.get(target, name)?.bind(target),
    });
    await expect(exchangePairing(openDatabase(failing), person.id, row.id)).rejects.toThrow("D1 is away.");
    const live = async () =>
      (await keysOf(person.id)).filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id);
    expect(await live()).toEqual([first.key.row.id]);
    const second = await exchangePairing(database, person.id, row.id);
    expect(second.revokedKeyId).toBe(first.key.row.id);
    expect(await live()).toEqual([second.key.row.id]);
  });

  it("is not for anybody else's session, nor one that is not approved or was rejected", async () => {
    const { row } = await approved();
    const stranger = await makeUser(database);
    await expect(exchangePairing(database, stranger.id, row.id)).rejects.toMatchObject({ code: "not_found" });
    const rejected = await startPairing(database, "Laptop");
    await decidePairing(database, stranger.id, rejected.token, "reject");
    await expect(exchangePairing(database, stranger.id, rejected.row.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await keysOf(stranger.id)).toEqual([]);
  });
});

describe("finishing a pairing", () => {
  it("is a conflict before the exchange, and changes nothing the second time", async () => {
    const { person, row, token } = await approved();
    await expect(finalizePairing(database, await findPairing(database, token))).rejects.toMatchObject({
      code: "conflict",
    });
    await exchangePairing(database, person.id, row.id);
    const first = await finalizePairing(database, await findPairing(database, token));
    const second = await finalizePairing(database, await findPairing(database, token));
    expect([second.status, second.pairedAt]).toEqual(["paired", first.pairedAt]);
  });
});
