import { env } from "cloudflare:workers";
import { AccountExport, openPolicy, randomToken } from "@clawlink/contract";
import { accounts, openDatabase, sessions, userIntegrations } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { describe, expect, it } from "vitest";
import { exportAccount } from "../../src/account/export-account.ts";
import { insertKey, makeKey } from "../../src/key/insert-key.ts";
import { queueMails } from "../../src/mail/queue-mails.ts";
import { makeExecution } from "../make-execution.ts";

const database = openDatabase(env.DB);
const now = new Date("2026-11-23T10:00:00.000Z");

async function exported(userId: string): Promise<string> {
  let text = "";
  for await (const piece of exportAccount(database, userId, now)) text += piece;
  return text;
}

describe("what a person takes along", () => {
  it("is one document with everything of theirs, and nothing of anybody else's", async () => {
    const [mine, theirs] = [await makeUser(database), await makeUser(database)];
    for (const { id } of [mine, theirs]) {
      await database.insert(userIntegrations).values({ userId: id, integration: "gmail", flowType: "oauth" });
      await makeExecution(database, id, { input: { to: "a" } });
      await queueMails(database, [{ key: id, userId: id, kind: "ended", subject: "Hello", text: `Words ${id}` }], 0);
    }
    const text = await exported(mine.id);
    const all = AccountExport.parse(JSON.parse(text));
    expect(all).toMatchObject({
      profile: { id: mine.id, email: mine.email },
      connections: [{ integration: "gmail" }],
      mails: [{ kind: "ended", subject: "Hello" }],
      calls: [{ input: { to: "a" } }],
    });
    expect(text).not.toContain(theirs.id);
  });

  it("has every call once, in order, however many there are and though many have one time", async () => {
    const { id: userId } = await makeUser(database);
    const wanted: string[] = [];
    for (let index = 0; index < 203; index += 1) {
      const at = new Date(now.getTime() + Math.floor(index / 120));
      wanted.push((await makeExecution(database, userId, { id: `exe_${userId}_${1000 + index}`, createdAt: at })).id);
    }
    const { calls } = AccountExport.parse(JSON.parse(await exported(userId)));
    expect(calls.map(({ id }) => id)).toEqual(wanted);
  });

  it("holds no key, no hash, no password and no session", async () => {
    const { id: userId } = await makeUser(database);
    const key = await makeKey(userId, { name: "Laptop", kind: "manual", policy: openPolicy });
    await insertKey(database, key.row);
    const [password, token] = [randomToken(24), randomToken(24)];
    await database
      .insert(accounts)
      .values({ id: randomToken(12), userId, accountId: userId, providerId: "credential", password });
    await database.insert(sessions).values({ id: randomToken(12), userId, token, expiresAt: now });
    const text = await exported(userId);
    expect(text).toContain("Laptop");
    for (const secret of [key.raw, key.row.keyHash, password, token]) expect(text).not.toContain(secret);
  });
});
