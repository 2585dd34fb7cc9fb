import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ask } from "./mcp-world.ts";
import {
  consent,
  described,
  devices,
  pkce,
  postRegistration,
  query,
  redirectUri,
  refresh,
  register,
  signIn,
  token,
  tokensOf,
} from "./oauth-world.ts";
import { withinAMinute } from "./within-a-minute.ts";
import { makePerson } from "./world.ts";

describe("registration", () => {
  it.each([
    ["a redirect to a script", { redirect_uris: ["javascript:alert(1)"] }],
    ["a redirect to a script with a tab in it", { redirect_uris: ["java\tscript:alert(1)"] }],
    ["a redirect to data", { redirect_uris: ["data:text/html,x"] }],
    ["a redirect over http to elsewhere", { redirect_uris: ["http://evil.example/callback"] }],
    ["a redirect over http to a name like this computer's", { redirect_uris: ["http://127.0.0.1.evil.example/cb"] }],
    ["a redirect over http that signs in elsewhere", { redirect_uris: ["http://localhost@evil.example/cb"] }],
    ["a redirect with a fragment", { redirect_uris: ["https://ok.example/callback#x"] }],
    ["no redirect", { redirect_uris: [] }],
    ["a logo that is a script", { redirect_uris: ["https://ok.example/cb"], logo_uri: "javascript:alert(1)" }],
    ["a grant of another kind", { redirect_uris: ["https://ok.example/cb"], grant_types: ["password"] }],
    ["a name that is no text", { redirect_uris: ["https://ok.example/cb"], client_name: { a: 1 } }],
  ])("refuses %s", async (_what, body) => {
    expect((await postRegistration(body)).status).toBe(400);
  });

  it("is limited for an address, as the token endpoint is", async () => {
    const body = JSON.stringify({ redirect_uris: ["https://ok.example/cb"], token_endpoint_auth_method: "none" });
    const statuses = await withinAMinute(async () => {
      const headers = { "cf-connecting-ip": crypto.randomUUID(), "content-type": "application/json" };
      const register = () => ask("https://web.test/oauth/register", { method: "POST", headers, body });
      return (await Promise.all(Array.from({ length: 21 }, register))).map(({ status }) => status);
    });
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(20);
  });

  it("takes a name as text: one line, without marks that turn it around, never longer than the page has room for", async () => {
    const names = ["<b>\u202eevil\u2066\n</b>", "x".repeat(20_000), "\u202e\u200b "];
    const shown = await Promise.all(
      names.map(async (client_name) => {
        const asked = await described(query(await register({ client_name }), (await pkce()).challenge));
        return asked.kind === "ask" ? asked.clientName : asked.kind;
      }),
    );
    expect(shown).toEqual(["<b> evil </b>", "x".repeat(80), "A client without a name"]);
  });

  it("with a long name hides on Devices no part of where access went", async () => {
    const person = await makePerson();
    const { challenge } = await pkce();
    await consent(person, query(await register({ client_name: "x".repeat(500) }), challenge));
    expect(await devices(person)).toMatchObject([{ name: `${"x".repeat(80)} (127.0.0.1)` }]);
  });

  it.each<[string, unknown, string]>([
    ["1,000 redirects", Array.from({ length: 1_000 }, (_, n) => `https://a.example/${n}`), "invalid_redirect_uri"],
    ["21 redirects", Array.from({ length: 21 }, (_, n) => `https://a.example/${n}`), "invalid_redirect_uri"],
    ["a redirect of over 1,000 characters", [`https://a.example/${"x".repeat(1_000)}`], "invalid_redirect_uri"],
    ["a redirect to elsewhere over http", ["http://evil.example/cb"], "invalid_redirect_uri"],
    ["a redirect that is no text", [7], "invalid_redirect_uri"],
    ["no list of redirects", "https://a.example/cb", "invalid_redirect_uri"],
    ["another field that will not do", undefined, "invalid_client_metadata"],
  ])("says in RFC 7591's own word what is wrong with %s", async (_what, redirects, error) => {
    const body =
      redirects === undefined
        ? { redirect_uris: ["https://a.example/cb"], grant_types: 7 }
        : { redirect_uris: redirects };
    const answer = await postRegistration(body);
    expect([answer.status, await answer.json()]).toEqual([400, { error, error_description: expect.any(String) }]);
  });

  it("takes as many redirects as a client may have, each as long as it may be", async () => {
    const redirects = Array.from({ length: 20 }, (_, n) => `https://a.example/${n}/`.padEnd(1_000, "x"));
    expect((await postRegistration({ redirect_uris: redirects })).status).toBe(201);
  });

  it("and tokens take small bodies alone", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `https://ok.example/${index}`);
    expect((await postRegistration({ redirect_uris: many })).status).toBe(413);
    const large = "x".repeat(70_000);
    expect((await postRegistration({ redirect_uris: [`https://ok.example/${large}`] })).status).toBe(413);
    expect((await token({ grant_type: "refresh_token", refresh_token: large })).status).toBe(413);
  });
});

describe("pages of browser clients, wherever they come from", () => {
  const page = { origin: "https://client.example" };

  it.each([
    "/oauth/register",
    "/oauth/token",
    "/.well-known/oauth-authorization-server",
    "/.well-known/oauth-protected-resource/api/mcp",
  ])("may ask %s, and read what it says", async (path) => {
    const asks = { "access-control-request-method": "POST", "access-control-request-headers": "mcp-protocol-version" };
    const preflight = await ask(`https://web.test${path}`, { method: "OPTIONS", headers: { ...page, ...asks } });
    expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "mcp-protocol-version",
    ]);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect((await ask(`https://web.test${path}`, { headers: page })).headers.get("access-control-allow-origin")).toBe(
      "*",
    );
  });

  it("may read a refusal, which is told in OAuth's own form, and the answer to a repeated refresh", async () => {
    const large = { grant_type: "refresh_token", refresh_token: "x".repeat(70_000) };
    const refused = await token(large, page);
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    expect(await refused.json()).toEqual({ error: "invalid_request", error_description: "The body is over 32 KB." });
    const { client, tokens } = await signIn(await makePerson());
    await refresh(client, tokens.refresh_token);
    const again = await refresh(client, tokens.refresh_token);
    expect([again.status, again.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
  });
});

describe("a client with a secret", () => {
  const confidential = async () => {
    const answer = await postRegistration({
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: "client_secret_basic",
    });
    const { client_id, client_secret } = z
      .object({ client_id: z.string(), client_secret: z.string() })
      .parse(await answer.json());
    const client = { clientId: client_id, redirectUri };
    const { verifier, challenge } = await pkce();
    const code = (await consent(await makePerson(), query(client, challenge))).searchParams.get("code") ?? "";
    const fields = { grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier };
    return { client_id, client_secret, fields, basic: `Basic ${btoa(`${client_id}:${client_secret}`)}` };
  };

  it("may repeat its id in the body beside Basic, as MCP's Python SDK does", async () => {
    const { client_id, fields, basic } = await confidential();
    const answer = await token({ ...fields, client_id }, { authorization: basic });
    const { refresh_token } = await tokensOf(answer);
    const again = await token({ grant_type: "refresh_token", refresh_token, client_id }, { authorization: basic });
    expect(again.status).toBe(200);
  });

  it("may not name another client there, give its secret twice, or leave it out", async () => {
    const { client_id, client_secret, fields, basic } = await confidential();
    const { clientId: other } = await register();
    expect((await token({ ...fields, client_id: other }, { authorization: basic })).status).toBe(400);
    expect((await token({ ...fields, client_id, client_secret }, { authorization: basic })).status).toBe(400);
    expect((await token({ ...fields, client_id })).status).toBe(401);
    expect((await token(fields, { authorization: `Basic ${btoa(`${client_id}:wrong`)}` })).status).toBe(401);
    expect((await token({ ...fields, client_id }, { authorization: "Basic %" })).status).toBe(400);
  });
});

describe("what the token endpoint makes of nonsense", () => {
  it.each([
    ["nothing", {}],
    ["an unknown grant", { grant_type: "password", username: "a", password: "b" }],
    [
      "a token of an account that does not exist",
      { grant_type: "refresh_token", refresh_token: `${"A".repeat(20)}:${"b".repeat(16)}:${"c".repeat(32)}` },
    ],
  ])("%s", async (_what, fields) => {
    const { clientId } = await register();
    const answer = await token({ client_id: clientId, ...fields });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toHaveProperty("error");
  });
});
