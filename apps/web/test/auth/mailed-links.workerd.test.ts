import { env } from "cloudflare:workers";
import type { AccountMail } from "@clawlink/contract";
import { openDatabase, sessions, users, verifications } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { createAuth } from "../../src/auth/auth.ts";
import { linkHolds } from "../../src/auth/link-holds.ts";
import { readEnvironment } from "../../src/environment.ts";

const origin = "https://claw.example";
const password = crypto.randomUUID();
const database = openDatabase(env.DB);
let written: { userId: string; mail: AccountMail }[] = [];
let addresses = 0;

function authOf(more: Record<string, unknown>) {
  const environment = readEnvironment({
    ENVIRONMENT: "production",
    WEB_ORIGIN: origin,
    API_ORIGIN: "https://api.claw.example",
    VAULT_PUBLIC_KEY: "k:AAAA",
    BETTER_AUTH_SECRET: password.repeat(2),
    SIGN_IN_CLIENTS: "{}",
    DB: env.DB,
    API: {},
    RPC: {
      sendAccountMail: async (userId: string, mail: AccountMail) => {
        written.push({ userId, mail });
        return { ok: true, value: undefined };
      },
    },
    ...more,
  });
  return createAuth({ environment, database });
}
const auth = () => authOf({ MAIL_FROM: "ClawLink <mail@claw.example>" });

function post(path: string, body: object, headers: Record<string, string> = {}, by = auth()): Promise<Response> {
  addresses += 1;
  const own = {
    origin,
    "content-type": "application/json",
    "cf-connecting-ip": `198.51.${addresses >> 8}.${addresses & 255}`,
  };
  const init = { method: "POST", headers: { ...own, ...headers }, body: JSON.stringify(body) };
  return by.handler(new Request(`${origin}/api/auth${path}`, init));
}

async function person(): Promise<{ email: string; id: string; cookie: string }> {
  const email = `${crypto.randomUUID()}@example.com`;
  const response = await post("/sign-up/email", { email, name: "Person", password });
  const { id = "" } = (await database.select().from(users).where(eq(users.email, email)).get()) ?? {};
  return { email, id, cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

const open = (url: string, cookie = "") =>
  auth().handler(new Request(url, { headers: { cookie, "cf-connecting-ip": "203.0.113.9" } }));
const signIn = async (email: string, given: string) =>
  (await post("/sign-in/email", { email, password: given })).status;
const linksOf = (kind: AccountMail["kind"]) =>
  written.flatMap(({ mail }) => (mail.kind === kind && "url" in mail ? new URL(mail.url) : []));

/** Asks for a link; its token. */
async function askFor(email: string): Promise<string> {
  expect((await post("/request-password-reset", { email })).status).toBe(200);
  return written.map(({ mail }) => (mail.kind === "reset_password" ? mail.code : "")).at(-1) ?? "";
}
const choose = (token: string, newPassword: string) => post("/reset-password", { token, newPassword });

beforeEach(() => {
  written = [];
});

describe("a new password", () => {
  it("is chosen with the link, and signs every browser out, whoever is in it", async () => {
    const { email, id } = await person();
    expect(await signIn(email, password)).toBe(200);
    const token = await askFor(email);
    expect(linksOf("reset_password").map(({ href }) => href)).toEqual([`${origin}/reset-password?step=choose`]);
    const chosen = crypto.randomUUID();
    expect((await choose(token, chosen)).status).toBe(200);
    expect(await database.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
    expect([await signIn(email, password), await signIn(email, chosen)]).toEqual([401, 200]);
    expect(written.at(-1)).toEqual({ userId: id, mail: { kind: "password_changed" } });
    expect((await database.select().from(users).where(eq(users.id, id)).get())?.emailVerified).toBe(true);
  });

  it("is told in the same words for an address nobody has, and nothing is sent", async () => {
    const { email } = await person();
    written = [];
    const [known, unknown] = await Promise.all(
      [email, `nobody-${email}`].map((address) => post("/request-password-reset", { email: address })),
    );
    expect(await unknown?.text()).toBe(await known?.text());
    expect(unknown?.status).toBe(known?.status);
    expect(written).toHaveLength(1);
  });

  it("is chosen once with a link, also by two at the same moment, and ends every other link", async () => {
    const { email } = await person();
    const [first, second] = [await askFor(email), await askFor(email)];
    const both = await Promise.all([choose(second, crypto.randomUUID()), choose(second, crypto.randomUUID())]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    for (const token of [first, second]) {
      expect(await linkHolds(database, token)).toBe(false);
      expect(await (await choose(token, crypto.randomUUID())).json()).toMatchObject({ code: "INVALID_TOKEN" });
    }
  });

  it("needs a link that is younger than an hour, and kept hashed", async () => {
    const { email, id } = await person();
    const token = await askFor(email);
    expect(await linkHolds(database, token)).toBe(true);
    const rows = await database.select().from(verifications).where(eq(verifications.value, id));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((rows[0]?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(3_600_000);
    await database.update(verifications).set({ expiresAt: new Date(Date.now() - 1) });
    expect(await linkHolds(database, token)).toBe(false);
    expect((await choose(token, crypto.randomUUID())).status).toBe(400);
    expect(await signIn(email, password)).toBe(200);
  });

  it("cannot be asked for more than three times a minute from one place", async () => {
    const from = { "cf-connecting-ip": "203.0.113.77" };
    const statuses = [];
    for (let tries = 0; tries < 4; tries += 1)
      statuses.push((await post("/request-password-reset", { email: "nobody@example.com" }, from)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it("is not to be had where no mail is sent", async () => {
    const { email } = await person();
    written = [];
    expect((await post("/request-password-reset", { email }, {}, authOf({}))).status).toBe(400);
    expect(written).toEqual([]);
  });
});

describe("an address", () => {
  const verified = async (id: string) =>
    (await database.select().from(users).where(eq(users.id, id)).get())?.emailVerified;

  it("is confirmed by the link that is sent when the account is made", async () => {
    const { id, email } = await person();
    expect(written).toMatchObject([{ userId: id, mail: { kind: "confirm_email", to: email } }]);
    expect(await verified(id)).toBe(false);
    const response = await open(linksOf("confirm_email")[0]?.href ?? "");
    expect(response.headers.get("location")).toBe("/dashboard/settings?email=done");
    expect(await verified(id)).toBe(true);
  });

  it("is changed by the link that is sent to the new one, and by it once", async () => {
    const { id, email, cookie } = await person();
    const to = `new-${email}`;
    await auth().api.changeEmail({ body: { newEmail: to }, headers: new Headers({ cookie }) });
    expect(written.at(-1)).toMatchObject({ userId: id, mail: { kind: "confirm_email", to } });
    const link = linksOf("confirm_email").at(-1)?.href ?? "";
    expect((await open(link)).headers.get("location")).not.toContain("error");
    expect(await signIn(to, password)).toBe(200);
    expect(await signIn(email, password)).toBe(401);
    await database
      .update(users)
      .set({ email: `third-${email}` })
      .where(eq(users.id, id));
    expect((await open(link)).headers.get("location")).toContain("error=");
  });

  it("is told to whoever sells plans once it has changed, which may fail, and to nobody where none are sold", async () => {
    for (const sells of [true, false]) {
      const told: string[] = [];
      const RPC = {
        sendAccountMail: async (userId: string, mail: AccountMail) => {
          written.push({ userId, mail });
          return { ok: true, value: undefined };
        },
        addressChanged: async (userId: string) => {
          told.push(userId);
          throw new Error("It does not answer.");
        },
      };
      const plan = {
        id: "p",
        name: "Plan",
        price: "$9",
        productIds: [crypto.randomUUID()],
        callsPerMonth: 1,
        apps: null,
      };
      const selling = {
        POLAR_SERVER: "sandbox",
        POLAR_ACCESS_TOKEN: "polar_oat_x",
        POLAR_WEBHOOK_SECRET: `whsec_${btoa(crypto.randomUUID())}`,
        BILLING_PLANS: JSON.stringify({ trial: null, plans: [plan] }),
      };
      const by = authOf({ MAIL_FROM: "ClawLink <mail@claw.example>", RPC, ...(sells && selling) });
      const { id, email, cookie } = await person();
      const to = `new-${email}`;
      await by.api.changeEmail({ body: { newEmail: to }, headers: new Headers({ cookie }) });
      expect(told).toEqual([]);
      const link = linksOf("confirm_email").at(-1)?.href ?? "";
      await by.handler(new Request(link, { headers: { "cf-connecting-ip": "203.0.113.9" } }));
      expect(await signIn(to, password)).toBe(200);
      expect(told).toEqual(sells ? [id] : []);
    }
  });

  it("cannot be changed without the action that asks for the password", async () => {
    const { cookie, email } = await person();
    expect((await post("/change-email", { newEmail: `new-${email}` }, { cookie })).status).toBe(404);
  });
});
