import { env } from "cloudflare:workers";
import { connectionSessions, openDatabase, userIntegrations } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { loadAccount } from "../../src/account/load-account.ts";
import { endSession } from "../../src/connect-session/end-session.ts";
import { startSession } from "../../src/connect-session/start-session.ts";
import { advanceCredential } from "../../src/connection/advance-credential.ts";
import { deleteConnection } from "../../src/connection/delete-connection.ts";
import { makeDefault } from "../../src/connection/make-default.ts";
import { markConnection } from "../../src/connection/mark-connection.ts";
import { renameConnection } from "../../src/connection/rename-connection.ts";
import { reserveConnection } from "../../src/connection/reserve-connection.ts";
import { saveConnection } from "../../src/connection/save-connection.ts";

const database = openDatabase(env.DB);
const rowsOf = (userId: string) =>
  database.select().from(userIntegrations).where(eq(userIntegrations.userId, userId)).orderBy(asc(userIntegrations.id));
const sessionRow = async (id: string) =>
  (await database.select().from(connectionSessions).where(eq(connectionSessions.id, id)))[0];
const facts = (externalAccountId: string, isDefault = false) => ({
  accountLabel: `${externalAccountId}@example.com`,
  externalAccountId,
  providerMetadata: {},
  scopes: ["read"],
  credentialExpiresAt: null,
  credentialKeyId: "k1",
  isDefault,
});

async function session(userId: string) {
  const started = { userId, integration: "gmail", flowType: "oauth", connectionId: null, apiKeyId: null } as const;
  return (await startSession(database, started)).row.id;
}

/** A finished connection of a person's. */
async function connect(userId: string, externalAccountId: string, isDefault = false): Promise<number> {
  const connectionId = await reserveConnection(database, userId, "gmail", "oauth");
  const target = { userId, connectionId, version: 0, sessionId: await session(userId) };
  await saveConnection(database, target, facts(externalAccountId, isDefault));
  return connectionId;
}

describe("making a connection", () => {
  it("shows nobody a row before it has a credential", async () => {
    const { id } = await makeUser(database);
    const connectionId = await reserveConnection(database, id, "gmail", "oauth");
    expect((await loadAccount(database, id))?.connections).toEqual([]);
    const target = { userId: id, connectionId, version: 0, sessionId: await session(id) };
    expect(await saveConnection(database, target, facts("a"))).toMatchObject({
      credentialVersion: 1,
      authState: "healthy",
    });
    expect((await loadAccount(database, id))?.connections).toMatchObject([{ id: connectionId, scopes: ["read"] }]);
    expect(await sessionRow(target.sessionId)).toMatchObject({ status: "connected", connectionId });
  });

  it("by two writers at once succeeds for one, and the other writes nothing at all", async () => {
    const { id } = await makeUser(database);
    const connectionId = await connect(id, "a");
    const sessions = [await session(id), await session(id)];
    const saved = await Promise.all(
      sessions.map((sessionId, index) =>
        saveConnection(database, { userId: id, connectionId, version: 1, sessionId }, facts(`writer-${index}`)),
      ),
    );
    const winner = saved.findIndex((row) => row !== null);
    expect(saved.filter((row) => row !== null)).toHaveLength(1);
    expect(await rowsOf(id)).toMatchObject([{ credentialVersion: 2, externalAccountId: `writer-${winner}` }]);
    const states = await Promise.all(sessions.map(async (sessionId) => (await sessionRow(sessionId))?.status));
    expect(states[winner]).toBe("connected");
    expect(states[1 - winner]).toBe("awaiting_user_action");
  });

  it("for a session the person has cancelled meanwhile writes nothing", async () => {
    const { id } = await makeUser(database);
    const sessionId = await session(id);
    await endSession(database, sessionId, "cancelled", "You cancelled.");
    const connectionId = await reserveConnection(database, id, "gmail", "oauth");
    expect(await saveConnection(database, { userId: id, connectionId, version: 0, sessionId }, facts("a"))).toBeNull();
    expect(await rowsOf(id)).toMatchObject([{ credentialVersion: 0, externalAccountId: null }]);
    expect(await sessionRow(sessionId)).toMatchObject({ status: "cancelled", connectionId: null });
  });

  it("leaves no PKCE verifier behind", async () => {
    const { id } = await makeUser(database);
    const sessionId = await session(id);
    await database
      .update(connectionSessions)
      .set({ sealedVerifier: "sealed" })
      .where(eq(connectionSessions.id, sessionId));
    const connectionId = await reserveConnection(database, id, "gmail", "oauth");
    await saveConnection(database, { userId: id, connectionId, version: 0, sessionId }, facts("a"));
    expect(await sessionRow(sessionId)).toMatchObject({ sealedVerifier: null, stateHash: null, browserHash: null });
  });

  it("never gives one upstream account two rows, and never uses an id again", async () => {
    const { id } = await makeUser(database);
    const first = await connect(id, "a");
    await expect(connect(id, "a")).rejects.toThrow();
    await deleteConnection(database, id, first, null);
    expect(await connect(id, "a")).toBeGreaterThan(first);
  });
});

describe("a credential's version", () => {
  it("moves by compare-and-set: of many at once one succeeds", async () => {
    const { id } = await makeUser(database);
    const connectionId = await connect(id, "a");
    const expiresAt = new Date(Date.now() + 3_600_000);
    const moved = await Promise.all(
      Array.from({ length: 5 }, () => advanceCredential(database, id, connectionId, 1, { expiresAt, keyId: "k2" })),
    );
    expect(moved.filter(Boolean)).toHaveLength(1);
    expect(await rowsOf(id)).toMatchObject([{ credentialVersion: 2, credentialExpiresAt: expiresAt }]);
  });

  it("that moves makes a connection healthy again; nobody else can move it", async () => {
    const [ada, bob] = [await makeUser(database), await makeUser(database)];
    const connectionId = await connect(ada.id, "a");
    await markConnection(database, ada.id, connectionId, "stale_auth", "Expired");
    expect(await advanceCredential(database, bob.id, connectionId, 1, { expiresAt: null, keyId: "k2" })).toBe(false);
    expect(await rowsOf(ada.id)).toMatchObject([{ authState: "stale_auth", authError: "Expired" }]);
    expect(await advanceCredential(database, ada.id, connectionId, 1, { expiresAt: null, keyId: "k2" })).toBe(true);
    expect(await rowsOf(ada.id)).toMatchObject([{ authState: "healthy", authError: null }]);
  });
});

describe("the default", () => {
  it("is one row at the most, and moves in one step", async () => {
    const { id } = await makeUser(database);
    const [first, second] = [await connect(id, "a", true), await connect(id, "b")];
    await expect(connect(id, "c", true)).rejects.toThrow();
    await makeDefault(database, id, "gmail", second);
    const defaults = (await rowsOf(id)).filter(({ isDefault }) => isDefault).map((row) => row.id);
    expect(defaults).toEqual([second]);
    await Promise.all([makeDefault(database, id, "gmail", first), makeDefault(database, id, "gmail", second)]);
    expect((await rowsOf(id)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it("passes to the heir with the deletion, and only that row goes", async () => {
    const { id } = await makeUser(database);
    const [first, second, third] = [await connect(id, "a", true), await connect(id, "b"), await connect(id, "c")];
    await deleteConnection(database, id, first, second);
    expect((await rowsOf(id)).map((row) => [row.id, row.isDefault])).toEqual([
      [second, true],
      [third, false],
    ]);
  });
});

describe("another person's connection", () => {
  it("cannot be renamed, marked, made default or deleted", async () => {
    const [ada, bob] = [await makeUser(database), await makeUser(database)];
    const connectionId = await connect(ada.id, "a", true);
    const [before] = await rowsOf(ada.id);
    await expect(renameConnection(database, bob.id, connectionId, "Mine")).rejects.toMatchObject({ code: "not_found" });
    await markConnection(database, bob.id, connectionId, "error", "Broken");
    await makeDefault(database, bob.id, "gmail", connectionId);
    await deleteConnection(database, bob.id, connectionId, null);
    expect(await rowsOf(ada.id)).toEqual([before]);
  });

  it("can be renamed by its own, and the label taken away", async () => {
    const { id } = await makeUser(database);
    const connectionId = await connect(id, "a");
    await renameConnection(database, id, connectionId, "Work");
    expect(await rowsOf(id)).toMatchObject([{ connectionLabel: "Work" }]);
    await renameConnection(database, id, connectionId, null);
    expect(await rowsOf(id)).toMatchObject([{ connectionLabel: null }]);
  });

  it("is not renamed from a label it no longer has, unless it has the wanted one already", async () => {
    const { id } = await makeUser(database);
    const connectionId = await connect(id, "a");
    await renameConnection(database, id, connectionId, "Work", null);
    await expect(renameConnection(database, id, connectionId, "Home", null)).rejects.toMatchObject({
      code: "conflict",
      message: "Meanwhile it was given “\u2068Work\u2069”.",
    });
    await renameConnection(database, id, connectionId, "Work", null);
    await renameConnection(database, id, connectionId, null, "Work");
    await expect(renameConnection(database, id, connectionId, "Home", "Work")).rejects.toMatchObject({
      message: "Meanwhile it was given its own name.",
    });
    expect(await rowsOf(id)).toMatchObject([{ connectionLabel: null }]);
  });
});
