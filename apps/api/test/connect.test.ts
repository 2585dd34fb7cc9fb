import { unwrap } from "@clawlink/contract";
import { connectionSessions, userIntegrations } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  anotherKey,
  call,
  connectByForm,
  connectOAuth,
  consent,
  database,
  makePerson,
  type Person,
  rpc,
  stripeKey,
} from "./world.ts";

const rowsOf = (person: Person) =>
  database.select().from(userIntegrations).where(eq(userIntegrations.userId, person.userId));

async function begin(person: Person, slug: string) {
  const started = unwrap(await rpc.startConnect(person.userId, slug, null));
  const browser = crypto.randomUUID();
  const { authorizeUrl } = unwrap(await rpc.authorize(person.userId, started.sessionToken, browser));
  return {
    started,
    browser,
    authorizeUrl,
    status: () => call("GET", `/api/connect/sessions/${started.sessionToken}`, { key: person.key }),
  };
}

function returned(slug: string, back: URL, browser: string) {
  const part = (name: string) => back.searchParams.get(name);
  return { integration: slug, state: part("state") ?? "", code: part("code"), error: part("error"), browser };
}

describe("starting to connect an app", () => {
  it("answers an agent with the popup's address and how to follow it", async () => {
    const person = await makePerson();
    const { status, body } = await call("POST", "/api/connect/start", {
      key: person.key,
      body: { integration: "gmail" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      integration: "gmail",
      connectionId: null,
      status: "awaiting_user_action",
      connectUrl: `https://web.test/connect/gmail?session=${body.sessionToken}`,
    });
    const followed = await call("GET", `/api/connect/sessions/${body.sessionToken}`, { key: person.key });
    expect(followed.body).toMatchObject({
      session: { token: body.sessionToken, status: "awaiting_user_action", flowType: "oauth" },
      connection: null,
      integrationMeta: { slug: "gmail", setupMode: "oauth" },
    });
  });

  it("refuses no slug, an unknown slug and another person's session", async () => {
    const [person, stranger] = [await makePerson(), await makePerson()];
    expect((await call("POST", "/api/connect/start", { key: person.key, body: {} })).status).toBe(400);
    expect(
      (await call("POST", "/api/connect/start", { key: person.key, body: { integration: "nosuch" } })).status,
    ).toBe(404);
    const { body } = await call("POST", "/api/connect/start", { key: person.key, body: { integration: "gmail" } });
    const foreign = await call("GET", `/api/connect/sessions/${body.sessionToken}`, { key: stranger.key });
    const unknown = await call("GET", "/api/connect/sessions/cs_000000000000000000000000", { key: stranger.key });
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual(unknown.body);
  });

  it("reuses a connection when asked to, and begins in the canonical form", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "slack", "Workspace Owner");
    const reused = await call("POST", "/api/connect/start", {
      key: person.key,
      body: { integration: "slack", reuseIfConnected: true },
    });
    expect(reused.body).toMatchObject({
      alreadyConnected: true,
      integration: "slack",
      connection: { id, isDefault: true, authState: "healthy" },
    });
    const begun = await call("POST", "/api/connections/slack/begin", { key: person.key, body: {} });
    expect(begun.body).toMatchObject({
      integration_id: "slack",
      status: "requires_user_action",
      connect_url: expect.stringContaining("https://web.test/connect/slack?session="),
    });
    expect((await call("GET", "/api/connections/slack", { key: person.key })).body).toMatchObject({
      integration_id: "slack",
      connected: true,
      state: "healthy",
      can_execute: true,
      needs_reauth: false,
    });
    expect((await call("GET", "/api/connections/gmail", { key: person.key })).body).toMatchObject({
      connected: false,
      state: "not_connected",
      can_execute: false,
    });
  });
});

describe("signing in at a provider", () => {
  it("makes the first account the default and knows whose it is", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "gmail", "owner@example.com");
    const [row] = await rowsOf(person);
    expect(row).toMatchObject({
      id,
      integration: "gmail",
      isDefault: true,
      accountLabel: "owner@example.com",
      authState: "healthy",
      credentialVersion: 1,
    });
    expect(row?.externalAccountId).toBeTruthy();
    expect(row?.scopes.length).toBeGreaterThan(0);
  });

  it("adds a second account without touching the default, and finds an account it knows again", async () => {
    const person = await makePerson();
    const first = await connectOAuth(person, "gmail", "owner@example.com");
    const second = await connectOAuth(person, "gmail", "teammate@example.com");
    const again = await connectOAuth(person, "gmail", "teammate@example.com");
    expect(second).not.toBe(first);
    expect(again).toBe(second);
    expect(
      (await rowsOf(person)).map(({ id, isDefault, credentialVersion }) => [id, isDefault, credentialVersion]),
    ).toEqual([
      [first, true, 1],
      [second, false, 2],
    ]);
  });

  it("reconnects exactly the row that was named, and refuses another account for it", async () => {
    const person = await makePerson();
    const first = await connectOAuth(person, "gmail", "owner@example.com");
    const second = await connectOAuth(person, "gmail", "teammate@example.com");
    expect(await connectOAuth(person, "gmail", "owner@example.com", first)).toBe(first);
    await expect(connectOAuth(person, "gmail", "teammate@example.com", first)).rejects.toThrow(
      `already connected as connection ${second}`,
    );
    expect(await rowsOf(person)).toHaveLength(2);
  });

  it("uses a state once, in the browser and for the person it was made for", async () => {
    const [person, thief] = [await makePerson(), await makePerson()];
    const { authorizeUrl, browser } = await begin(person, "slack");
    const back = await consent(authorizeUrl, "Workspace Owner");
    expect(await rpc.completeAuthorization(thief.userId, returned("slack", back, browser))).toMatchObject({
      ok: false,
      fault: { code: "not_found" },
    });
    expect(await rpc.completeAuthorization(person.userId, returned("slack", back, "another browser"))).toMatchObject({
      ok: false,
      fault: { code: "forbidden" },
    });
    expect(await rpc.completeAuthorization(person.userId, returned("slack", back, browser))).toMatchObject({
      ok: true,
    });
    expect(await rpc.completeAuthorization(person.userId, returned("slack", back, browser))).toMatchObject({
      ok: false,
      fault: { code: "not_found" },
    });
    expect(await rowsOf(person)).toHaveLength(1);
  });

  it("ends as cancelled when the person declines, and as failed when the code is no good; nothing is stored", async () => {
    const person = await makePerson();
    const declined = await begin(person, "slack");
    const state = new URL(declined.authorizeUrl).searchParams.get("state") ?? "";
    unwrap(
      await rpc.completeAuthorization(person.userId, {
        integration: "slack",
        state,
        code: null,
        error: "access_denied",
        browser: declined.browser,
      }),
    );
    expect((await declined.status()).body.session).toMatchObject({
      status: "cancelled",
      errorMessage: "You did not grant access.",
    });
    const forged = await begin(person, "slack");
    const forgedState = new URL(forged.authorizeUrl).searchParams.get("state") ?? "";
    unwrap(
      await rpc.completeAuthorization(person.userId, {
        integration: "slack",
        state: forgedState,
        code: "made-up",
        error: null,
        browser: forged.browser,
      }),
    );
    expect((await forged.status()).body.session.status).toBe("failed");
    expect(await rowsOf(person)).toHaveLength(0);
  });

  it("sends PKCE where the provider supports it", async () => {
    const person = await makePerson();
    const url = new URL((await begin(person, "gmail")).authorizeUrl);
    expect(url.searchParams.get("code_challenge_method")).toBe("S256");
    expect(url.searchParams.get("redirect_uri")).toBe("https://web.test/api/oauth/callback/gmail");
  });

  it("cannot be finished after its time", async () => {
    const person = await makePerson();
    const { started, authorizeUrl, browser, status } = await begin(person, "slack");
    const back = await consent(authorizeUrl, "Workspace Owner");
    await database
      .update(connectionSessions)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(connectionSessions.id, started.sessionId));
    expect((await status()).body.session.status).toBe("expired");
    expect(await rpc.completeAuthorization(person.userId, returned("slack", back, browser))).toMatchObject({
      ok: false,
      fault: { code: "gone" },
    });
    expect(await rpc.authorize(person.userId, started.sessionToken, browser)).toMatchObject({
      ok: false,
      fault: { code: "gone" },
    });
  });
});

describe("connecting by a form", () => {
  it("tries the credential at the provider and stores it sealed alone", async () => {
    const person = await makePerson();
    const id = await connectByForm(person, "twilio");
    const [row] = await rowsOf(person);
    expect(row).toMatchObject({ id, integration: "twilio", flowType: "credentials", isDefault: true });
    expect(JSON.stringify(row)).not.toMatch(/authToken/);
  });

  it("keeps the session open for a typing mistake and stores nothing of it", async () => {
    const person = await makePerson();
    const { sessionToken } = unwrap(await rpc.startConnect(person.userId, "stripe", null));
    expect(await rpc.submitCredentials(person.userId, sessionToken, { apiKey: "sk_test_wrong" })).toMatchObject({
      ok: false,
      fault: { code: "provider_rejected" },
    });
    expect(await rpc.submitCredentials(person.userId, sessionToken, {})).toMatchObject({
      ok: false,
      fault: { code: "bad_request", facts: { missingFields: ["apiKey"] } },
    });
    expect(await rpc.submitCredentials(person.userId, sessionToken, { apiKey: "a\r\nx: y" })).toMatchObject({
      ok: false,
      fault: { code: "bad_request", facts: { invalidFields: ["apiKey"] } },
    });
    expect(await rowsOf(person)).toHaveLength(0);
    expect((await call("GET", `/api/connect/sessions/${sessionToken}`, { key: person.key })).body.session.status).toBe(
      "awaiting_user_action",
    );
    unwrap(await rpc.cancelConnect(person.userId, sessionToken));
    expect(await rpc.submitCredentials(person.userId, sessionToken, { apiKey: "sk_test_wrong" })).toMatchObject({
      ok: false,
      fault: { code: "gone" },
    });
  });
});

it("an account that only its key tells apart is told by it, and the key is not shown", async () => {
  const person = await makePerson();
  await connectByForm(person, "stripe");
  const [row] = await rowsOf(person);
  const account = /^sk_test_5(1[A-Za-z0-9]{15})/.exec(stripeKey)?.[1];
  const name = account ? `acct_${account}` : `key ending in ${stripeKey.slice(-4)}`;
  expect(row).toMatchObject({ externalAccountId: `${name} test`, accountLabel: `Stripe test: ${name}` });
  expect(JSON.stringify(row)).not.toContain(stripeKey);
});

describe("looking after connections", () => {
  it("moves the default, renames, and promotes the oldest remaining row on removal", async () => {
    const person = await makePerson();
    const first = await connectOAuth(person, "gmail", "owner@example.com");
    const second = await connectOAuth(person, "gmail", "teammate@example.com");
    unwrap(await rpc.makeDefaultConnection(person.userId, second));
    unwrap(await rpc.renameConnection(person.userId, second, "Work"));
    const { body } = await call("GET", "/api/integrations", { key: person.key });
    expect(
      body.integrations.map((row: { id: number; isDefault: boolean; connectionLabel: string | null }) => [
        row.id,
        row.isDefault,
        row.connectionLabel,
      ]),
    ).toEqual([
      [first, false, null],
      [second, true, "Work"],
    ]);
    const removed = await call("DELETE", `/api/connections/${second}`, { key: person.key });
    expect(removed).toMatchObject({
      status: 200,
      body: { success: true, id: second, revocation: "revoked", newDefaultConnectionId: first },
    });
    expect((await rowsOf(person)).map(({ id, isDefault }) => [id, isDefault])).toEqual([[first, true]]);
  });

  it("keeps a grant that another connection lives on", async () => {
    const person = await makePerson();
    const mail = await connectOAuth(person, "gmail", "owner@example.com");
    const calendar = await connectOAuth(person, "google-calendar", "owner@example.com");
    expect((await call("DELETE", `/api/connections/${mail}`, { key: person.key })).body).toMatchObject({
      revocation: "shared",
    });
    const listed = await call("POST", "/api/tools/google_calendar_list_calendars/execute", {
      key: person.key,
      body: { arguments: {} },
    });
    expect(listed.body).toMatchObject({ ok: true, connectionId: calendar });
    expect((await call("DELETE", `/api/connections/${calendar}`, { key: person.key })).body).toMatchObject({
      revocation: "revoked",
    });
  });

  it("answers for another person's row as for an unknown one, and obeys the key's policy", async () => {
    const [person, stranger] = [await makePerson(), await makePerson()];
    const id = await connectByForm(person, "stripe");
    const foreign = await call("DELETE", `/api/connections/${id}`, { key: stranger.key });
    const unknown = await call("DELETE", "/api/connections/99999999", { key: stranger.key });
    expect([foreign.status, foreign.body]).toEqual([unknown.status, unknown.body]);
    expect(foreign.status).toBe(404);
    expect(await rpc.renameConnection(stranger.userId, id, "mine")).toMatchObject({
      ok: false,
      fault: { code: "not_found" },
    });
    const limited = await anotherKey(person, { maxEffect: "write" });
    expect((await call("DELETE", `/api/connections/${id}`, { key: limited.key })).status).toBe(403);
    const supervised = await anotherKey(person, { confirmation: "human" });
    expect(await call("DELETE", `/api/connections/${id}`, { key: supervised.key })).toMatchObject({
      status: 403,
      body: { code: "policy_denied", error: expect.stringContaining("in the dashboard") },
    });
    expect(await rowsOf(person)).toHaveLength(1);
    expect((await call("DELETE", "/api/connections/not-a-number", { key: person.key })).status).toBe(404);
  });
});
