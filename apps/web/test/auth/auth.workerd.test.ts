import { env } from "cloudflare:workers";
import { accountOfAgentKey, newAgentKey, Settings } from "@clawlink/contract";
import { accounts, openDatabase, rateLimits, users } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { disableAccount, enableAccount } from "@clawlink/services/account/disable-account";
import { limitAttempts } from "@clawlink/services/account/limit-attempts";
import { createInvitation } from "@clawlink/services/invitation/create-invitation";
import { saveSettings } from "@clawlink/services/settings/save-settings";
import { pickAccount } from "@clawlink/testing/mint-token";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAuth } from "../../src/auth/auth.ts";
import { readEnvironment } from "../../src/environment.ts";

const origin = "https://claw.example";
const password = crypto.randomUUID();
const database = openDatabase(env.DB);
let people = 0;

function auth() {
  const environment = readEnvironment({
    ENVIRONMENT: "production",
    WEB_ORIGIN: origin,
    API_ORIGIN: "https://api.claw.example",
    VAULT_PUBLIC_KEY: "k:AAAA",
    BETTER_AUTH_SECRET: password.repeat(2),
    SIGN_IN_CLIENTS: env.TEST_CLIENTS,
    DB: env.DB,
    API: {},
    RPC: {},
  });
  return createAuth({ environment, database });
}

function send(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  people += 1;
  const own = { origin, "content-type": "application/json", "cf-connecting-ip": `203.0.113.${people}` };
  const init = { method: "POST", headers: { ...own, ...headers }, body: JSON.stringify(body) };
  return auth().handler(new Request(`${origin}/api/auth${path}`, init));
}

const signUp = (email: string, more: object = {}) =>
  send("/sign-up/email", { email, name: "Person", password, ...more });

async function operators(): Promise<string[]> {
  const rows = await database.select({ email: users.email }).from(users).where(eq(users.role, "operator"));
  return rows.map(({ email }) => email);
}

async function findUser(email: string) {
  return await database.select().from(users).where(eq(users.email, email)).get();
}

describe("sign-in", () => {
  it("makes the first account the operator and no other, whatever the form says", async () => {
    expect((await signUp("first@example.com")).status).toBe(200);
    expect((await signUp("second@example.com", { role: "operator" })).status).toBe(200);
    expect((await findUser("first@example.com"))?.role).toBe("operator");
    expect((await findUser("second@example.com"))?.role).toBe("user");
  });

  it("gives people ids that agent keys can carry", async () => {
    await signUp("keyed@example.com");
    const id = (await findUser("keyed@example.com"))?.id ?? "";
    expect(accountOfAgentKey(newAgentKey(id))).toBe(id);
  });

  it("keeps its cookie from scripts, other sites and plain http", async () => {
    const cookie = (await signUp("cookie@example.com")).headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^__Secure-clawlink\.session_token=/);
    for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax"]) expect(cookie).toContain(attribute);
  });

  it("refuses a password of nine characters", async () => {
    expect((await signUp("short@example.com", { password: "123456789" })).status).toBe(400);
    expect(await findUser("short@example.com")).toBeUndefined();
  });

  it("keeps of a name what fits in a line, at sign-up and later, and takes no address longer than mail does", async () => {
    const cookie = (await signUp("long@example.com", { name: "x".repeat(500_000) })).headers.get("set-cookie") ?? "";
    expect((await findUser("long@example.com"))?.name).toBe("x".repeat(80));
    const later = { name: `${"y".repeat(79)}🦞`, image: `https://example.com/${"z".repeat(500_000)}` };
    expect((await send("/update-user", later, { cookie: cookie.split(";")[0] ?? "" })).status).toBe(200);
    expect(await findUser("long@example.com")).toMatchObject({ name: `${"y".repeat(79)}\ufffd`, image: null });
    const address = `${"a".repeat(250)}@example.com`;
    expect((await signUp(address)).status).toBe(400);
    expect(await findUser(address)).toBeUndefined();
  });

  it("refuses another site's page and another site as the way on", async () => {
    const credentials = { email: "first@example.com", password };
    const cookie = (await signUp("visited@example.com")).headers.get("set-cookie")?.split(";")[0] ?? "";
    expect((await send("/sign-in/email", credentials, { origin: "https://evil.example", cookie })).status).toBe(403);
    const social = { provider: "github", callbackURL: "https://evil.example/" };
    expect((await send("/sign-in/social", social)).status).toBe(403);
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/%5cevil.example/",
    "/%2f%2fevil.example/",
    "/\t/evil.example/",
    "javascript:alert(1)",
    "https://claw.example@evil.example/",
    "https://claw.example.evil.example/",
  ])("leads from no address of its own to another site: %j", async (way) => {
    const doors = [
      "/verify-email?token=x&callbackURL=",
      "/reset-password/x?callbackURL=",
      "/delete-user/callback?token=x&callbackURL=",
    ];
    for (const door of doors) {
      const address = `${origin}/api/auth${door}${encodeURIComponent(way)}`;
      const response = await auth().handler(new Request(address, { headers: { "cf-connecting-ip": "198.51.100.30" } }));
      const to = new URL(response.headers.get("location") ?? "/", origin);
      expect(to.origin).toBe(origin);
      expect(to.pathname.replaceAll("\\", "/")).not.toMatch(/^\/\//);
    }
  });

  it("slows one address down after three tries, and no other", async () => {
    const guess = (address: string) =>
      send(
        "/sign-in/email",
        { email: "first@example.com", password: "a wrong guess" },
        { "cf-connecting-ip": address },
      );
    const statuses = [];
    for (let tries = 0; tries < 4; tries += 1) statuses.push((await guess("198.51.100.7")).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect((await guess("198.51.100.8")).status).toBe(401);
  });

  it("does not say to a browser that is signed in whether a password is right, as often as it asks", async () => {
    const cookie = (await signUp("tried@example.com")).headers.get("set-cookie")?.split(";")[0] ?? "";
    expect((await send("/verify-password", { password }, { cookie })).status).toBe(404);
  });

  it("forgets its own counters in a minute, and those of a quarter of an hour not before", async () => {
    const { id } = await makeUser(database);
    const attempt = () => limitAttempts(database, id, "confirm password");
    for (let tries = 0; tries < 5; tries += 1) await attempt();
    const signIn = () =>
      send("/sign-in/email", { email: "first@example.com", password }, { "cf-connecting-ip": "198.51.100.9" });
    await signIn();
    await database.update(rateLimits).set({ lastRequest: sql`${rateLimits.lastRequest} - 120000` });
    await signIn();
    await expect(attempt()).rejects.toMatchObject({ code: "too_many_requests" });
  });
});

describe("who may make an account", () => {
  const set = (signUp: "open" | "invited" | "closed") =>
    saveSettings(database, Settings.parse({ signUp }), "an operator");
  const invitation = async () => {
    const { id } = await makeUser(database);
    return `__Secure-clawlink-invitation=${await createInvitation(database, id, null)}`;
  };
  const code = async (response: Response) => ({
    status: response.status,
    ...(await response.json<{ code?: string }>()),
  });

  beforeEach(async () => {
    await database.delete(users);
  });
  afterEach(() => set("open"));

  it("is nobody when the operator says so, but always the first of all", async () => {
    await set("closed");
    expect((await signUp("only@example.com")).status).toBe(200);
    expect(await code(await signUp("next@example.com"))).toMatchObject({ status: 403, code: "closed" });
    expect(await code(await join("closed@example.com", await invitation()))).toMatchObject({ code: "closed" });
    expect(await findUser("next@example.com")).toBeUndefined();
  });

  it("is who has an invitation, once, when the operator says so", async () => {
    await set("invited");
    await signUp("only@example.com");
    expect(await code(await signUp("stranger@example.com"))).toMatchObject({ status: 403, code: "invitation_needed" });
    const cookie = await invitation();
    expect((await join("guest@example.com", cookie)).status).toBe(200);
    expect(await code(await join("again@example.com", cookie))).toMatchObject({ code: "invitation_needed" });
    expect((await findUser("guest@example.com"))?.role).toBe("user");
  });

  const join = (email: string, cookie: string) =>
    send("/sign-up/email", { email, name: "Guest", password }, { cookie });
});

describe("the role of the operator", () => {
  beforeEach(async () => {
    await database.delete(users);
  });

  it("is given to one of several who sign up first at the same moment", async () => {
    const names = ["a", "b", "c", "d", "e"].map((name) => `${name}-at-once@example.com`);
    expect((await Promise.all(names.map((name) => signUp(name)))).map(({ status }) => status)).toEqual(
      names.map(() => 200),
    );
    expect(await operators()).toHaveLength(1);
  });

  it("is given to nobody but the first, also when the making of that account was cut short", async () => {
    await signUp("cut-short@example.com");
    await database.update(users).set({ role: "user" });
    expect((await signUp("stranger@example.com")).status).toBe(200);
    expect(await operators()).toEqual(["cut-short@example.com"]);
  });

  it("is given to whose account was cut short when they sign in", async () => {
    await signUp("cut-short@example.com");
    await database.update(users).set({ role: "user" });
    expect((await send("/sign-in/email", { email: "cut-short@example.com", password })).status).toBe(200);
    expect(await operators()).toEqual(["cut-short@example.com"]);
  });
});

it("lets nobody sign in to a disabled account, and back in once it is enabled", async () => {
  await signUp("out@example.com");
  const { id = "" } = (await findUser("out@example.com")) ?? {};
  await database.update(users).set({ role: "user" }).where(eq(users.id, id));
  const signIn = () => send("/sign-in/email", { email: "out@example.com", password });
  await disableAccount(database, id);
  const refused = await signIn();
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "account_disabled" });
  expect(refused.headers.get("set-cookie") ?? "").not.toContain("session_token=e");
  await enableAccount(database, id);
  expect((await signIn()).status).toBe(200);
});

describe.each([
  { provider: "google", shown: "owner@example.com" },
  { provider: "github", shown: "workspace-owner" },
])("sign-in at $provider", ({ provider, shown }) => {
  const email = "owner@example.com";
  const ways = () => database.select().from(accounts).where(eq(accounts.providerId, provider));

  /** Leaves for the provider, picks an account on its page and comes back. */
  async function signIn(): Promise<Response> {
    const leaving = await send("/sign-in/social", { provider, callbackURL: "/dashboard" });
    const { url } = await leaving.json<{ url: string }>();
    const cookie = leaving.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const { action, fields } = pickAccount(await (await fetch(url)).text(), shown);
    const chosen = await fetch(new URL(action, url), { method: "POST", body: fields, redirect: "manual" });
    const back = chosen.headers.get("location") ?? "";
    return await auth().handler(new Request(back, { headers: { cookie, "cf-connecting-ip": "203.0.113.250" } }));
  }

  beforeEach(async () => {
    await database.delete(users).where(eq(users.email, email));
  });

  it("makes an account and keeps none of the provider's tokens, the first time and every time", async () => {
    for (const _ of ["first", "again"]) {
      const response = await signIn();
      expect(response.status).toBe(302);
      expect(response.headers.get("location")).toMatch(/\/dashboard$/);
      expect(response.headers.get("set-cookie")).toContain("session_token=");
      const rows = await ways();
      expect(rows).toMatchObject([{ accessToken: null, refreshToken: null, idToken: null }]);
      expect(rows[0]?.userId).toBe((await findUser(email))?.id);
    }
  });

  it("makes the first account of all the operator's, and no other", async () => {
    await database.delete(users);
    await signIn();
    expect((await findUser(email))?.role).toBe("operator");
    await database.delete(users);
    await makeUser(database, { role: "operator" });
    await signIn();
    expect((await findUser(email))?.role).toBe("user");
  });

  it("turns people away at the end when nobody may make an account", async () => {
    await makeUser(database);
    await saveSettings(database, Settings.parse({ signUp: "closed" }), "an operator");
    const response = await signIn();
    await saveSettings(database, Settings.parse({}), "an operator");
    expect(response.headers.get("location")).toContain("error=closed");
    expect(await findUser(email)).toBeUndefined();
  });

  it("does not let a provider's account into a password account of the same address", async () => {
    await signUp(email);
    const response = await signIn();
    expect(response.headers.get("location")).toContain("error=");
    expect(await ways()).toEqual([]);
  });
});
