import { sha256Hex } from "@clawlink/contract";
import { userIntegrations } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cell, connectionRow, crash, execute, kvNames, minute, sql } from "./cell-world.ts";
import { testEnv } from "./test-env.ts";
import { connectOAuth, database, makePerson, type Person, rpc, urls } from "./world.ts";

/** How often the provider's token endpoint was asked for new tokens in exchange for old ones or codes. */
async function tokenRequests(): Promise<number> {
  const counts: Record<string, number> = await (await fetch(`${urls.countedLinear}/counts`)).json();
  return counts["/oauth/token"] ?? 0;
}

describe("one refresher", () => {
  const linear = (person: Person) => execute(person, "linear_list_teams", {});
  const expire = async (person: Person, id: number) => {
    await database
      .update(userIntegrations)
      .set({ credentialExpiresAt: new Date(Date.now() - minute) })
      .where(eq(userIntegrations.id, id));
    await crash(person);
  };

  it("makes one token request for fifty calls on an expired token, and all succeed", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "linear", "owner@example.com");
    await expire(person, id);
    const before = await tokenRequests();
    const answers = await Promise.all(Array.from({ length: 50 }, () => linear(person)));
    expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body)).toEqual([]);
    expect((await tokenRequests()) - before).toBe(1);
    expect(await connectionRow(id)).toMatchObject({ credentialVersion: 2, authState: "healthy" });
  });

  it("asked directly, fifty times at once, tells everybody the same new version", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "linear", "owner@example.com");
    const before = await tokenRequests();
    const refreshed = await Promise.all(Array.from({ length: 50 }, () => cell(person).refresh(id, 1)));
    expect(new Set(refreshed.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(refreshed[0]).toMatchObject({ kind: "refreshed", credentialVersion: 2 });
    expect(await cell(person).refresh(id, 1)).toMatchObject({ kind: "refreshed", credentialVersion: 2 });
    expect((await tokenRequests()) - before).toBe(1);
  });

  it("unable to reach D1 after the provider answered, publishes that answer and never asks with the old token again", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "linear", "owner@example.com");
    const renewed = await cell(person).refresh(id, 1);
    if (renewed.kind !== "refreshed") throw new Error(renewed.kind);
    await testEnv.CREDENTIALS.delete(`credential/${person.userId}/${id}/2`);
    await database.update(userIntegrations).set({ credentialVersion: 1 }).where(eq(userIntegrations.id, id));
    await crash(person);
    await linear(person);
    await sql(person, (storage) =>
      storage.exec(
        "insert into pending_credentials values (?, 2, ?, ?)",
        id,
        renewed.record,
        renewed.credentialExpiresAt,
      ),
    );
    const before = await tokenRequests();
    expect(await cell(person).refresh(id, 1)).toMatchObject({ kind: "refreshed", credentialVersion: 2 });
    expect(await tokenRequests()).toBe(before);
    expect(await connectionRow(id)).toMatchObject({ credentialVersion: 2 });
  });

  it("killed between keeping a new token and publishing it, loses nothing", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "linear", "owner@example.com");
    const renewed = await cell(person).refresh(id, 1);
    if (renewed.kind !== "refreshed") throw new Error(renewed.kind);
    // As it was at that moment: the new record durable in the cell, neither in KV nor named by D1.
    await testEnv.CREDENTIALS.delete(`credential/${person.userId}/${id}/2`);
    await database.update(userIntegrations).set({ credentialVersion: 1 }).where(eq(userIntegrations.id, id));
    await sql(person, (storage) =>
      storage.exec(
        "insert into pending_credentials values (?, 2, ?, ?)",
        id,
        renewed.record,
        renewed.credentialExpiresAt,
      ),
    );
    await crash(person);
    const before = await tokenRequests();
    expect((await linear(person)).status).toBe(200);
    expect((await tokenRequests()) - before).toBe(0);
    expect(await connectionRow(id)).toMatchObject({
      credentialVersion: 2,
      credentialExpiresAt: new Date(renewed.credentialExpiresAt ?? 0),
    });
    expect(await testEnv.CREDENTIALS.get(`credential/${person.userId}/${id}/2`)).toBe(renewed.record);
    expect(await sql(person, (storage) => storage.exec("select * from pending_credentials").toArray())).toEqual([]);
  });

  it("killed just after publishing, has nothing left to do", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "linear", "owner@example.com");
    const renewed = await cell(person).refresh(id, 1);
    if (renewed.kind !== "refreshed") throw new Error(renewed.kind);
    await sql(person, (storage) =>
      storage.exec(
        "insert into pending_credentials values (?, 2, ?, ?)",
        id,
        renewed.record,
        renewed.credentialExpiresAt,
      ),
    );
    await crash(person);
    expect((await linear(person)).status).toBe(200);
    expect(await connectionRow(id)).toMatchObject({ credentialVersion: 2 });
    expect(await sql(person, (storage) => storage.exec("select * from pending_credentials").toArray())).toEqual([]);
  });

  it("and a reconnect at the same moment leave one credential, that works", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "linear", "owner@example.com");
    await Promise.all([
      connectOAuth(person, "linear", "owner@example.com", id),
      ...Array.from({ length: 10 }, () => cell(person).refresh(id, 1)),
    ]);
    await crash(person);
    expect((await linear(person)).status).toBe(200);
    expect((await connectionRow(id))?.authState).toBe("healthy");
  });

  it("and a removal at the same moment leave nothing", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "linear", "owner@example.com");
    const [removed] = await Promise.all([
      rpc.removeConnection(person.userId, id),
      ...Array.from({ length: 10 }, () => cell(person).refresh(id, 1)),
    ]);
    expect(removed.ok).toBe(true);
    expect(await kvNames(person)).toEqual([]);
    expect(await cell(person).refresh(id, 1)).toMatchObject({ kind: "needs_reauth" });
    expect(await sql(person, (storage) => storage.exec("select * from pending_credentials").toArray())).toEqual([]);
  });

  it("told that a grant is over marks the connection, once, in words of our own", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "linear", "owner@example.com");
    // A second connection of the same grant rotates it away: the first one's refresh token is used up.
    const old = await testEnv.CREDENTIALS.get(`credential/${person.userId}/${id}/1`);
    await cell(person).refresh(id, 1);
    await database.update(userIntegrations).set({ credentialVersion: 1 }).where(eq(userIntegrations.id, id));
    await testEnv.CREDENTIALS.put(`credential/${person.userId}/${id}/1`, old ?? "");
    await expire(person, id);
    expect(await linear(person)).toMatchObject({ status: 401, body: { error: { code: "needs_reauth" } } });
    expect(await connectionRow(id)).toMatchObject({
      authState: "stale_auth",
      authError: "The provider ended this connection. Reconnect it.",
    });
  });
});

describe("a credential that was replaced meanwhile", () => {
  it("is not what a late refusal of the old one says about the new one", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "linear", "owner@example.com");
    await connectOAuth(person, "linear", "owner@example.com", id);
    const finish = async (credentialVersion: number) => {
      const record = {
        id: `exe_${crypto.randomUUID()}`,
        integration: "linear",
        action: "list_teams",
        connectionId: id,
        mode: "direct",
        effect: "read",
        status: "blocked",
        errorType: "reauth_required",
        errorCode: "needs_reauth",
        errorMessage: "No.",
        attempts: 1,
        attemptLog: null,
        pacedMs: 0,
        latencyMs: 1,
        providerRequestId: null,
        input: {},
        output: null,
        createdAt: Date.now(),
        finishedAt: Date.now(),
      } as const;
      await cell(person).finish(await sha256Hex(person.key), [
        { record, idempotency: null, credentialVersion, sign: null },
      ]);
      return (await connectionRow(id))?.authState;
    };
    expect(await finish(1)).toBe("healthy");
    expect(await finish(2)).toBe("stale_auth");
  });
});
