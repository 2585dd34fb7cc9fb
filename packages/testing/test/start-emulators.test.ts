import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSecrets, type Emulators, mapOrigin, owner, startEmulators, teammate } from "../src/index.ts";

const redirectOrigin = "http://127.0.0.1:41199";
let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin, secrets: createSecrets() });
});
afterAll(() => emulators.close());

const at = (url: string) => mapOrigin(emulators.origins, new URL(url));
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const json = async (url: string, token: string) => await (await fetch(at(url), bearer(token))).json();

describe("startEmulators", () => {
  it("lets the account that signed in through, and nobody else", async () => {
    for (const user of [owner, teammate]) {
      const { accessToken } = await emulators.mintToken("google", user.email);
      const who = await json("https://openidconnect.googleapis.com/v1/userinfo", accessToken);
      expect(who).toMatchObject({ email: user.email });
    }
    const { accessToken } = await emulators.mintToken("github", teammate.login);
    expect(await json("https://api.github.com/user", accessToken)).toMatchObject({ login: teammate.login });
  });

  it("mints tokens for Slack and Linear too", async () => {
    const slack = await emulators.mintToken("slack", owner.login);
    const test = await fetch(at("https://slack.com/api/auth.test"), { method: "POST", ...bearer(slack.accessToken) });
    expect(await test.json()).toMatchObject({ ok: true, team: "Example Workspace" });
    const linear = await emulators.mintToken("linear", owner.email);
    const asked = await fetch(at("https://api.linear.app/graphql"), {
      method: "POST",
      headers: { ...bearer(linear.accessToken).headers, "content-type": "application/json" },
      body: JSON.stringify({ query: "query { viewer { email } }" }),
    });
    expect(await asked.json()).toEqual({ data: { viewer: { email: owner.email } } });
  });

  it("refuses a token that was forgotten, and one of another service", async () => {
    const { accessToken } = await emulators.mintToken("google", owner.email);
    const ask = () => fetch(at("https://gmail.googleapis.com/gmail/v1/users/me/labels"), bearer(accessToken));
    expect((await ask()).status).toBe(200);
    expect((await fetch(at("https://api.github.com/user"), bearer(accessToken))).status).toBe(401);
    emulators.forget("google", accessToken);
    expect((await ask()).status).toBe(401);
  });

  it("takes only its own keys", async () => {
    const { stripe, resend, twilio } = emulators.keys;
    const status = async (url: string, authorization: string) =>
      (await fetch(at(url), { headers: { authorization } })).status;
    expect(await status("https://api.stripe.com/v1/customers", `Bearer ${stripe}`)).toBe(200);
    expect(await status("https://api.stripe.com/v1/customers", `Bearer ${resend}`)).toBe(401);
    expect(await status("https://api.resend.com/domains", `Bearer ${resend}`)).toBe(200);
    expect(await status("https://api.resend.com/domains", `Bearer ${stripe}`)).toBe(401);
    const account = `https://api.twilio.com/2010-04-01/Accounts/${twilio.accountSid}.json`;
    expect(await status(account, `Basic ${btoa(`${twilio.accountSid}:${twilio.authToken}`)}`)).toBe(200);
    expect(await status(account, `Basic ${btoa(`${twilio.accountSid}:twilio_test_auth_token`)}`)).toBe(401);
  });

  it("has something to find in every service", async () => {
    const google = (await emulators.mintToken("google", owner.email)).accessToken;
    const mails = await json("https://gmail.googleapis.com/gmail/v1/users/me/messages?maxResults=100", google);
    expect(mails).toMatchObject({ messages: expect.toSatisfy((messages: unknown[]) => messages.length >= 30) });
    const github = (await emulators.mintToken("github", owner.login)).accessToken;
    const pulls = await json(`https://api.github.com/repos/${owner.login}/website/pulls`, github);
    expect(pulls).toMatchObject([{ title: "Find umlauts" }]);
  });

  it("maps no origin that is not emulated", () => {
    expect(() => at("https://example.com/")).toThrow("No emulator");
  });
});
