import { env } from "cloudflare:workers";
import { ConnectSession } from "@clawlink/contract";
import { connectionSessions, openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bindSession, takeSessionByState } from "../../src/connect-session/bind-session.ts";
import { endSession } from "../../src/connect-session/end-session.ts";
import { findOpenSession, findSession } from "../../src/connect-session/find-session.ts";
import { sessionAnswer } from "../../src/connect-session/session-answer.ts";
import { startSession } from "../../src/connect-session/start-session.ts";

const database = openDatabase(env.DB);

async function start() {
  const person = await makeUser(database);
  const facts = {
    userId: person.id,
    integration: "gmail",
    flowType: "oauth",
    connectionId: null,
    apiKeyId: null,
  } as const;
  const { row, token } = await startSession(database, facts);
  return { person, row, token };
}

async function bound(state = crypto.randomUUID(), browser = crypto.randomUUID()) {
  const session = await start();
  await bindSession(database, session.row.id, state, browser, "sealed");
  const take = (change: { userId?: string; integration?: string; state?: string; browser?: string } = {}) =>
    takeSessionByState(
      database,
      change.userId ?? session.person.id,
      change.integration ?? "gmail",
      change.state ?? state,
      change.browser ?? browser,
    );
  return { ...session, state, browser, take };
}

describe("a connection session", () => {
  it("answers as the contract says, and keeps its token as a hash", async () => {
    const { person, row, token } = await start();
    expect(ConnectSession.strict().parse(sessionAnswer(row, token))).toMatchObject({ status: "awaiting_user_action" });
    expect(JSON.stringify(await findSession(database, person.id, token))).not.toContain(token);
  });

  it("is its person's alone", async () => {
    const { token } = await start();
    const stranger = await makeUser(database);
    await expect(findSession(database, stranger.id, token)).rejects.toMatchObject({ code: "not_found" });
  });

  it("that is over is not open", async () => {
    const { person, row, token } = await start();
    await database.update(connectionSessions).set({ expiresAt: new Date() }).where(eq(connectionSessions.id, row.id));
    await expect(findOpenSession(database, person.id, token)).rejects.toMatchObject({ code: "gone" });
    expect(sessionAnswer(await findSession(database, person.id, token), token).status).toBe("expired");
  });

  it("ends once, and nothing secret of it stays", async () => {
    const { row, take } = await bound();
    expect(await endSession(database, row.id, "cancelled", "You cancelled.")).toMatchObject({
      status: "cancelled",
      errorMessage: "You cancelled.",
      stateHash: null,
      browserHash: null,
      sealedVerifier: null,
    });
    expect(await endSession(database, row.id, "failed", "Other")).toBeNull();
    await expect(take()).rejects.toMatchObject({ code: "not_found" });
    await expect(bindSession(database, row.id, "s", "b", null)).rejects.toMatchObject({ code: "gone" });
  });
});

describe("an OAuth state", () => {
  it("opens its session once", async () => {
    const { row, take } = await bound();
    const both = await Promise.allSettled([take(), take(), take()]);
    expect(both.filter(({ status }) => status === "fulfilled")).toMatchObject([{ value: { id: row.id } }]);
    await expect(take()).rejects.toMatchObject({ code: "not_found" });
  });

  it("is nothing to another person, app or browser, and stays good for its own", async () => {
    const { row, take } = await bound();
    const stranger = await makeUser(database);
    await expect(take({ userId: stranger.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(take({ integration: "slack" })).rejects.toMatchObject({ code: "not_found" });
    await expect(take({ state: "guess" })).rejects.toMatchObject({ code: "not_found" });
    await expect(take({ browser: "other" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(take()).resolves.toMatchObject({ id: row.id });
  });

  it("is void once the session was bound to another", async () => {
    const { row, take } = await bound();
    await bindSession(database, row.id, "second", "browser", "sealed");
    await expect(take()).rejects.toMatchObject({ code: "not_found" });
    await expect(take({ state: "second", browser: "browser" })).resolves.toMatchObject({ id: row.id });
  });

  it("of an expired session is used up and refused", async () => {
    const { row, take } = await bound();
    await database.update(connectionSessions).set({ expiresAt: new Date() }).where(eq(connectionSessions.id, row.id));
    await expect(take()).rejects.toMatchObject({ code: "gone" });
    await expect(take()).rejects.toMatchObject({ code: "not_found" });
  });
});
