import { openPolicy, unwrap } from "@clawlink/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ask } from "./mcp-world.ts";
import {
  consent,
  described,
  devices,
  listTools,
  pkce,
  query,
  refresh,
  register,
  signIn,
  token,
  tokensOf,
} from "./oauth-world.ts";
import { call, makePerson, rpc } from "./world.ts";

const later = (milliseconds: number) => vi.spyOn(Date, "now").mockReturnValue(Date.now() + milliseconds);
afterEach(() => {
  vi.restoreAllMocks();
});

describe("finding out where to sign in", () => {
  it.each([
    ["https://web.test", "/api/mcp"],
    ["https://web.test", "/api/mcp/gmail"],
    ["https://api.test", "/api/mcp"],
    ["https://api.test", "/api/mcp/gmail"],
  ])("leads from a 401 of %s%s to the authorization server", async (origin, path) => {
    const refused = await ask(origin + path, { method: "POST", body: "{}" });
    expect(refused.status).toBe(401);
    const [, metadata = ""] = /resource_metadata="([^"]+)"/.exec(refused.headers.get("www-authenticate") ?? "") ?? [];
    expect(metadata).toBe(`${origin}/.well-known/oauth-protected-resource${path}`);
    expect(await (await ask(metadata)).json()).toMatchObject({
      resource: origin + path,
      authorization_servers: ["https://web.test"],
    });
    const server = await ask("https://web.test/.well-known/oauth-authorization-server");
    expect(server.headers.get("access-control-allow-origin")).toBe("*");
    expect(await server.json()).toMatchObject({
      issuer: "https://web.test",
      authorization_endpoint: "https://web.test/oauth/authorize",
      token_endpoint: "https://web.test/oauth/token",
      registration_endpoint: "https://web.test/oauth/register",
      revocation_endpoint: "https://web.test/oauth/token",
      code_challenge_methods_supported: ["S256"],
      client_id_metadata_document_supported: true,
      authorization_response_iss_parameter_supported: true,
    });
  });

  it.each([
    ["as it is", "https://web.test/api/mcp?names=underscore"],
    ["as VS Code encodes it", "https://web.test/api/mcp?names%3Dunderscore"],
  ])(
    "names the address without dots as a resource of its own, and takes a token for it there, %s",
    async (_, given) => {
      const address = "https://web.test/api/mcp?names=underscore";
      const refused = await ask(given, { method: "POST", body: "{}" });
      const [, metadata = ""] = /resource_metadata="([^"]+)"/.exec(refused.headers.get("www-authenticate") ?? "") ?? [];
      expect(await (await ask(metadata)).json()).toMatchObject({ resource: address });
      const { client, tokens } = await signIn(await makePerson(), { resource: given });
      expect(tokens.resource).toBe(address);
      expect((await refresh(client, tokens.refresh_token, { resource: given })).status).toBe(200);
      const listed = await listTools(tokens.access_token, new URL(given).pathname + new URL(given).search);
      expect([listed.status, await listed.text()]).toEqual([200, expect.stringContaining("clawlink_search")]);
    },
  );

  it("is described at the issuer's own origin alone; the API's leads there", async () => {
    const answer = await ask("https://api.test/.well-known/oauth-authorization-server", { redirect: "manual" });
    expect(answer.headers.get("location")).toBe("https://web.test/.well-known/oauth-authorization-server");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("finds nothing where there is nothing", async () => {
    expect((await ask("https://web.test/.well-known/oauth-protected-resource/api/mcp/nothing")).status).toBe(404);
    expect((await ask("https://web.test/.well-known/oauth-protected-resource/elsewhere")).status).toBe(404);
  });
});

describe("signing a client in", () => {
  it("shows who asks, lets it in as a device of its own with the policy the person chose, and says who issued the code", async () => {
    const person = await makePerson();
    const client = await register({ client_name: "Nice\u202e client" });
    const { challenge } = await pkce();
    const text = query(client, challenge);
    expect(await described(text)).toEqual({
      kind: "ask",
      clientName: "Nice client",
      clientDomain: null,
      redirectHost: "127.0.0.1",
      redirectIsLocal: true,
      app: null,
    });
    const back = await consent(person, text, { ...openPolicy, maxEffect: "read" });
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ state: "s1", iss: "https://web.test" });
    expect(await devices(person)).toMatchObject([{ name: "Nice client (127.0.0.1)", policy: { maxEffect: "read" } }]);
  });

  it("gives tokens that work at MCP and nowhere else", async () => {
    const person = await makePerson();
    const { tokens } = await signIn(person);
    expect((await listTools(tokens.access_token)).status).toBe(200);
    expect((await listTools(tokens.access_token, "/api/mcp/gmail")).status).toBe(200);
    const elsewhere = await call("GET", "/api/agent/whoami", {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(elsewhere.status).toBe(401);
  });

  it("for one app gives a token and a key that reach that app alone", async () => {
    const person = await makePerson();
    const { tokens } = await signIn(person, { resource: "https://api.test/api/mcp/gmail" });
    expect(tokens.resource).toBe("https://api.test/api/mcp/gmail");
    expect((await listTools(tokens.access_token, "/api/mcp/gmail")).status).toBe(200);
    expect((await listTools(tokens.access_token, "/api/mcp/stripe")).status).toBe(401);
    expect((await listTools(tokens.access_token)).status).toBe(401);
    expect(await devices(person)).toMatchObject([{ policy: { apps: ["gmail"] } }]);
  });

  it("replaces the device when the same client signs in again", async () => {
    const person = await makePerson();
    const { client, tokens } = await signIn(person);
    const { challenge } = await pkce();
    await consent(person, query(client, challenge));
    expect(await devices(person)).toHaveLength(1);
    expect((await listTools(tokens.access_token)).status).toBe(401);
  });

  it("tells the client when the person says no", async () => {
    const person = await makePerson();
    const { challenge } = await pkce();
    const back = await consent(person, query(await register(), challenge), null);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: "access_denied", iss: "https://web.test" });
    expect(await devices(person)).toEqual([]);
  });
});

describe("an authorization request", () => {
  it("of an unknown client, or back to where the client did not say, goes nowhere", async () => {
    const client = await register();
    const { challenge } = await pkce();
    expect((await described(query({ ...client, clientId: "nobody" }, challenge))).kind).toBe("refused");
    for (const redirectUri of ["https://evil.example/callback", "http://127.0.0.1:9999/other", "javascript:alert(1)"])
      expect((await described(query({ ...client, redirectUri }, challenge))).kind).toBe("refused");
  });

  it("without PKCE, with the plain method, another response type or another's resource is sent back to the client", async () => {
    const client = await register();
    const { challenge } = await pkce();
    const changes: Record<string, string>[] = [
      { code_challenge: "", code_challenge_method: "" },
      { code_challenge_method: "plain" },
      { response_type: "token" },
      { resource: "https://elsewhere.example/api/mcp" },
      { resource: "https://web.test/api/mcp/nothing" },
      { resource: "https://web.test/api/executions" },
    ];
    for (const more of changes) {
      const answer = await described(query(client, challenge, more));
      expect([JSON.stringify(more), answer.kind]).toEqual([JSON.stringify(more), "redirect"]);
      if (answer.kind !== "redirect") continue;
      expect(answer.to).toMatch(/^http:\/\/127\.0\.0\.1:9999\/callback\?error=/);
      expect(new URL(answer.to).searchParams.get("iss")).toBe("https://web.test");
    }
  });

  it("with such a mistake, of a client that registered itself from elsewhere, sends nobody there: the person reads what is wrong", async () => {
    const elsewhere = "https://client.example/callback";
    const client = { ...(await register({ redirect_uris: [elsewhere] })), redirectUri: elsewhere };
    const { challenge } = await pkce();
    const mistakes: Record<string, string>[] = [
      { code_challenge: "", code_challenge_method: "" },
      { response_type: "token" },
      { resource: "https://a.example" },
    ];
    for (const more of mistakes)
      expect(await described(query(client, challenge, more))).toEqual({ kind: "refused", reason: expect.any(String) });
    expect(await described(query(client, challenge))).toMatchObject({ kind: "ask", redirectHost: "client.example" });
  });
});

describe("a code", () => {
  it("is used once; used again, it ends what it gave", async () => {
    const person = await makePerson();
    const { client, code, verifier, tokens } = await signIn(person);
    const again = await token({
      grant_type: "authorization_code",
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      code,
      code_verifier: verifier,
    });
    expect(again.status).toBe(400);
    expect((await listTools(tokens.access_token)).status).toBe(401);
    expect(await devices(person)).toEqual([]);
  });

  it("is used once by twenty that come at the same moment", async () => {
    const person = await makePerson();
    const client = await register();
    const { verifier, challenge } = await pkce();
    const code = (await consent(person, query(client, challenge))).searchParams.get("code") ?? "";
    const fields = {
      grant_type: "authorization_code",
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      code,
      code_verifier: verifier,
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => token(fields)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is worth nothing to another client, without its verifier, or for another resource", async () => {
    const person = await makePerson();
    const client = await register();
    const other = await register();
    const { verifier, challenge } = await pkce();
    const code = (await consent(person, query(client, challenge))).searchParams.get("code") ?? "";
    const fields = {
      grant_type: "authorization_code",
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      code,
      code_verifier: verifier,
    };
    const changes: Record<string, string>[] = [
      { client_id: other.clientId },
      { code_verifier: "x".repeat(50) },
      { redirect_uri: "http://127.0.0.1:9999/other" },
      { resource: "https://web.test/api/mcp/gmail" },
      { code: code.replace(/.$/, (last) => (last === "a" ? "b" : "a")) },
    ];
    for (const change of changes) expect((await token({ ...fields, ...change })).status).toBe(400);
  });
});

describe("a refresh token", () => {
  it("rotates, and racing clients all get the same answer", async () => {
    const person = await makePerson();
    const { client, tokens } = await signIn(person);
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(client, tokens.refresh_token)));
    const given = await Promise.all(answers.map(tokensOf));
    expect(new Set(given.map(({ refresh_token }) => refresh_token)).size).toBe(1);
    const [first] = given;
    if (!first) throw new Error("No answer.");
    expect(first.refresh_token).not.toBe(tokens.refresh_token);
    expect((await listTools(first.access_token)).status).toBe(200);
    expect((await refresh(client, first.refresh_token)).status).toBe(200);
  });

  it("yields the same answer for 45 s, even when its successor was used; later it ends everything it gave", async () => {
    const person = await makePerson();
    const { client, tokens } = await signIn(person);
    const second = await tokensOf(await refresh(client, tokens.refresh_token));
    const third = await tokensOf(await refresh(client, second.refresh_token));
    later(44_000);
    expect((await tokensOf(await refresh(client, tokens.refresh_token))).refresh_token).toBe(second.refresh_token);
    later(2_000);
    expect((await refresh(client, tokens.refresh_token)).status).toBe(400);
    expect((await refresh(client, third.refresh_token)).status).toBe(400);
    expect((await listTools(third.access_token)).status).toBe(401);
    expect(await devices(person)).toEqual([]);
  });

  it("within its 45 s is worth nothing to another client", async () => {
    const person = await makePerson();
    const { client, tokens } = await signIn(person);
    const other = await register();
    await refresh(client, tokens.refresh_token);
    expect((await refresh(other, tokens.refresh_token)).status).toBe(400);
    expect((await refresh(client, tokens.refresh_token)).status).toBe(200);
  });

  it("cannot be turned towards another resource", async () => {
    const { client, tokens } = await signIn(await makePerson());
    const turned = await refresh(client, tokens.refresh_token, { resource: "https://web.test/api/mcp/gmail" });
    expect(await turned.json()).toMatchObject({ error: "invalid_target" });
  });
});

describe("access ends", () => {
  it("with the device, at once: the token, and the refresh token too", async () => {
    const person = await makePerson();
    const { client, tokens } = await signIn(person);
    const [device] = await devices(person);
    unwrap(await rpc.revokeKey(person.userId, device?.id ?? ""));
    expect((await listTools(tokens.access_token)).status).toBe(401);
    expect(await (await refresh(client, tokens.refresh_token)).json()).toMatchObject({ error: "invalid_grant" });
  });

  it("when the client revokes its refresh token (RFC 7009), and the device goes with it", async () => {
    const person = await makePerson();
    const { client, tokens } = await signIn(person);
    const other = await register();
    await token({ token: tokens.refresh_token, client_id: other.clientId });
    expect((await listTools(tokens.access_token)).status).toBe(200);
    expect((await token({ token: tokens.refresh_token, client_id: client.clientId })).status).toBe(200);
    expect((await listTools(tokens.access_token)).status).toBe(401);
    expect(await devices(person)).toEqual([]);
  });

  it("an hour after the token was issued", async () => {
    const { tokens } = await signIn(await makePerson());
    later(3_601_000);
    expect((await listTools(tokens.access_token)).status).toBe(401);
  });
});
