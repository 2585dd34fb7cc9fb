import { unwrap } from "@clawlink/contract";
import { mails } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { queueMails } from "@clawlink/services/mail/queue-mails";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runCron } from "../../src/cron.ts";
import { type Bindings, readEnvironment } from "../../src/environment.ts";
import { MailFailure } from "../../src/mail/mail-failure.ts";
import { sendMail } from "../../src/mail/send-mail.ts";
import { sendWaiting } from "../../src/mail/send-waiting.ts";
import { testEnv } from "../test-env.ts";
import { database, rpc } from "../world.ts";
import { inbox, subjectsTo } from "./inbox.ts";

const minute = 60_000;
const environment = readEnvironment(testEnv);
/** As when the operator's key is not Resend's any more. */
const broken: Bindings = { ...testEnv, RESEND_API_KEY: "re_of_nobody" };

beforeEach(async () => {
  await database.delete(mails);
});

/** A person to whom a mail is to be sent. */
async function expecting(now = Date.now()) {
  const { id: userId, email } = await makeUser(database);
  const key = `test/${userId}`;
  await queueMails(database, [{ key, userId, kind: "test", subject: "Hello", text: "Words." }], now);
  return { userId, email, key };
}

const rowOf = async (key: string) => (await database.select().from(mails).where(eq(mails.key, key)))[0];
const failure = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: unknown) => (error instanceof MailFailure ? error.kind : String(error)),
  );

describe("a mail that waits", () => {
  it("is sent as who is configured, once, and its words are forgotten", async () => {
    const { email, key } = await expecting();
    expect(await sendWaiting(environment, database, Date.now())).toBe(1);
    expect(await sendWaiting(environment, database, Date.now() + 60 * minute)).toBe(0);
    expect(await inbox(email)).toEqual([
      {
        from: "ClawLink <clawlink@example.com>",
        to: [email],
        subject: "Hello",
        text: "Words.",
        html: expect.stringContaining("Words."),
      },
    ]);
    expect(await rowOf(key)).toMatchObject({ text: null, sentAt: expect.any(Date), failedAt: null });
  });

  it("is queued once, however often it is asked for", async () => {
    const { userId, email, key } = await expecting();
    await queueMails(database, [{ key, userId, kind: "test", subject: "Hello", text: "Others." }], Date.now());
    await sendWaiting(environment, database, Date.now());
    await queueMails(database, [{ key, userId, kind: "test", subject: "Hello", text: "Others." }], Date.now());
    await sendWaiting(environment, database, Date.now() + 60 * minute);
    expect((await inbox(email)).map(({ text }) => text)).toEqual(["Words."]);
  });

  it("waits longer each time it is not taken, and arrives once it is", async () => {
    const now = Date.now();
    const { email, key } = await expecting(now);
    const wrong = readEnvironment(broken);
    expect(await failure(sendWaiting(wrong, database, now))).toBe("401 validation_error");
    expect(await failure(sendWaiting(wrong, database, now + 4 * minute))).toBe("none");
    expect(await failure(sendWaiting(wrong, database, now + 5 * minute))).toBe("401 validation_error");
    expect(await rowOf(key)).toMatchObject({ attempts: 2, error: "401 validation_error", text: "Words." });
    expect(await sendWaiting(environment, database, now + 14 * minute)).toBe(0);
    expect(await sendWaiting(environment, database, now + 15 * minute)).toBe(1);
    expect(await subjectsTo(email)).toEqual(["Hello"]);
  });

  it("goes out once when everybody sends at once", async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => expecting()));
    await Promise.all(Array.from({ length: 5 }, () => sendWaiting(environment, database, Date.now())));
    const counts = await Promise.all(people.map(async ({ email }) => (await inbox(email)).length));
    expect(counts).toEqual(people.map(() => 1));
  });

  it("goes out once when what became of it was lost", async () => {
    const { email, key } = await expecting();
    await sendWaiting(environment, database, Date.now());
    await database.update(mails).set({ text: "Words.", sentAt: null }).where(eq(mails.key, key));
    expect(await sendWaiting(environment, database, Date.now() + 60 * minute)).toBe(1);
    expect(await subjectsTo(email)).toEqual(["Hello"]);
  });

  it("is given up after a day", async () => {
    const now = Date.now();
    const { email } = await expecting(now - 24 * 60 * minute);
    expect(await sendWaiting(environment, database, now)).toBe(0);
    expect(await inbox(email)).toEqual([]);
  });

  it("is sent by cron, and Health says how that goes", async () => {
    const { email } = await expecting();
    await runCron(broken, Date.now());
    expect(unwrap(await rpc.checkHealth()).mail).toMatchObject({
      from: "clawlink@example.com",
      way: "resend",
      lastSentAt: null,
      lastFailedAt: expect.any(String),
      lastError: "401 validation_error",
      waiting: 1,
    });
    await runCron(testEnv, Date.now() + 6 * minute);
    expect(await subjectsTo(email)).toEqual(["Hello"]);
    expect(unwrap(await rpc.checkHealth()).mail).toMatchObject({ lastSentAt: expect.any(String), waiting: 0 });
  });
});

describe("Cloudflare's binding", () => {
  const mail = { key: "k", to: "somebody@example.com", subject: "Hello", text: "Words." };
  const from = { name: "ClawLink", email: "clawlink@example.com" };
  const by = (binding: typeof testEnv.TEST_EMAIL) =>
    sendMail(environment, { from, route: { way: "cloudflare", binding } }, mail);

  it("takes a mail as it is handed over", async () => {
    expect(await failure(by(testEnv.TEST_EMAIL))).toBe("none");
  });

  it("says by name why it takes one not", async () => {
    const refusing = {
      send: () => Promise.reject(Object.assign(new Error("mail@x"), { code: "E_SENDER_NOT_VERIFIED" })),
    };
    expect(await failure(by(refusing))).toBe("E_SENDER_NOT_VERIFIED");
  });
});

describe("a mail about an account", () => {
  const url = "https://web.test/reset-password?step=choose";
  const reset = { kind: "reset_password", url, code: "abcdefgh" } as const;

  it("has the link, which is kept nowhere here", async () => {
    const { id, email } = await makeUser(database);
    unwrap(await rpc.sendAccountMail(id, reset));
    expect(await inbox(email)).toMatchObject([
      { subject: "Choose a new password", text: expect.stringContaining(`${url}#abcdefgh`) },
    ]);
    expect(JSON.stringify(await database.select().from(mails))).not.toContain("abcdefgh");
  });

  it("never has a link that leads somewhere else", async () => {
    const { id, email } = await makeUser(database);
    const answer = await rpc.sendAccountMail(id, { ...reset, url: "https://evil.example/" });
    expect(answer).toMatchObject({ ok: false, fault: { code: "bad_request" } });
    expect(await inbox(email)).toEqual([]);
  });

  it("is written five times in a quarter of an hour at the most", async () => {
    const { id, email } = await makeUser(database);
    for (let count = 0; count < 5; count += 1) unwrap(await rpc.sendAccountMail(id, reset));
    expect(await rpc.sendAccountMail(id, reset)).toMatchObject({
      fault: { code: "too_many_requests" },
    });
    expect(await inbox(email)).toHaveLength(5);
  });

  it("about another address goes there, and warns the one that is left", async () => {
    const { id, email } = await makeUser(database);
    const to = `new-${email}`;
    unwrap(await rpc.sendAccountMail(id, { kind: "confirm_email", to, url }));
    const [warned, asked] = [await inbox(email), await inbox(to)];
    expect(warned).toMatchObject([{ subject: "Your e-mail address is about to change" }]);
    expect(warned[0]?.text).not.toContain(url);
    expect(asked).toMatchObject([{ subject: "Confirm your e-mail address", text: expect.stringContaining(url) }]);
  });
});
