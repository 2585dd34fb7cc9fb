import { Secret } from "@clawlink/contract";
import type { OAuth2, Revocation } from "@clawlink/provider-kit";
import { describe, expect, it } from "vitest";
import { authorizeUrl, exchangeCode, newAuthorization, revokeToken } from "../src/index.ts";

const client = { clientId: "id/1", clientSecret: new Secret("hush") };
const auth: OAuth2 = {
  kind: "oauth2",
  client: "slackish",
  authorizeUrl: "https://slackish.example/authorize?tenant=1",
  tokenUrl: "https://slackish.example/token",
  scopes: { "chat:write": "Write", "users:read": "Read" },
  scopeSeparator: ",",
  pkce: false,
  clientAuthentication: "body",
  authorizeParameters: { access_type: "offline", prompt: "consent" },
  refresh: "none",
  registrationUrl: "https://slackish.example",
};
const begun = { redirectUri: "https://clawlink.example/cb", state: "s", verifier: "v".repeat(43) };

describe("beginning an authorization", () => {
  it("gives every person a state and a verifier nobody can guess", () => {
    const many = Array.from({ length: 100 }, newAuthorization).flatMap(({ state, verifier }) => [state, verifier]);
    expect(new Set(many).size).toBe(200);
    for (const value of many) expect(value).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it("asks with the provider's own separator and parameters, and keeps its query", () => {
    const url = authorizeUrl(auth, client, begun);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      tenant: "1",
      response_type: "code",
      client_id: "id/1",
      redirect_uri: begun.redirectUri,
      state: "s",
      scope: "chat:write,users:read",
      access_type: "offline",
      prompt: "consent",
    });
  });

  it("sends the S256 challenge and never the verifier (RFC 7636 appendix B)", () => {
    const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const url = authorizeUrl({ ...auth, pkce: true }, client, { ...begun, verifier });
    expect(url.searchParams.get("code_challenge")).toBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    expect(url.searchParams.get("code_challenge_method")).toBe("S256");
    expect(url.href).not.toContain(verifier);
  });
});

/** What was sent, with an answer of the test's choosing. */
function recorder(response: () => Response) {
  const sent: { method: string; url: string; authorization: string | null; body: string; redirect: string }[] = [];
  const http = {
    now: () => 0,
    fetch: async (request: Request) => {
      const { method, url, redirect } = request;
      sent.push({
        method,
        url,
        redirect,
        authorization: request.headers.get("authorization"),
        body: await request.text(),
      });
      return response();
    },
  };
  return { sent, http };
}

describe("what is sent", () => {
  const code = { code: "c", redirectUri: begun.redirectUri, verifier: begun.verifier };

  it("keeps the verifier at home where the provider has no PKCE, and follows no redirect", async () => {
    const { sent, http } = recorder(() => Response.json({ access_token: "t" }));
    await exchangeCode(auth, client, code, http);
    const form = `grant_type=authorization_code&code=c&redirect_uri=${encodeURIComponent(code.redirectUri)}`;
    expect(sent[0]?.body).toBe(`${form}&client_id=id%2F1&client_secret=hush`);
    expect(sent[0]).toMatchObject({ method: "POST", authorization: null, redirect: "manual" });
  });

  it("never prints the client's secret or a token", async () => {
    const { http } = recorder(() => Response.json({ access_token: "live-token" }));
    const result = await exchangeCode(auth, client, code, http);
    expect(JSON.stringify([client, result])).not.toMatch(/hush|live-token/);
  });
});

describe("revoking", () => {
  const tokens = { accessToken: new Secret("at"), refreshToken: null, expiresAt: null, scopes: null };
  const revoke = async (revocation: Revocation, response: () => Response) => {
    const { sent, http } = recorder(response);
    return { outcome: await revokeToken({ ...auth, revocation }, client, tokens, http), sent };
  };

  it("says unsupported, and sends nothing, where the provider has no endpoint", async () => {
    const { sent, http } = recorder(() => new Response());
    expect(await revokeToken(auth, client, tokens, http)).toBe("unsupported");
    expect(sent).toEqual([]);
  });

  it("does it GitHub's way: DELETE with the client's credentials and the token in JSON", async () => {
    const url = "https://api.hub.example/applications/{client_id}/token";
    const gone = () => new Response(null, { status: 204 });
    const { outcome, sent } = await revoke({ style: "client_basic_json", url }, gone);
    expect(outcome).toBe("revoked");
    expect(sent[0]).toMatchObject({ method: "DELETE", url: "https://api.hub.example/applications/id%2F1/token" });
    expect(sent[0]?.body).toBe('{"access_token":"at"}');
    expect(sent[0]?.authorization).toBe(`Basic ${btoa("id%2F1:hush")}`);
  });

  it.each([
    [{ ok: true, revoked: true }, "revoked"],
    [{ ok: false, error: "token_revoked" }, "revoked"],
    [{ ok: false, error: "not_allowed_token_type" }, "failed"],
  ])("does it Slack's way and reads the body: %o is %s", async (body, expected) => {
    const revocation = { style: "bearer", url: "https://slackish.example/auth.revoke", method: "POST" } as const;
    const { outcome, sent } = await revoke(revocation, () => Response.json(body));
    expect(outcome).toBe(expected);
    expect(sent[0]?.authorization).toBe("Bearer at");
  });

  it.each([302, 400, 404, 500])("says failed at status %i", async (status) => {
    const revocation = { style: "rfc7009", url: "https://slackish.example/revoke" } as const;
    expect((await revoke(revocation, () => new Response(null, { status }))).outcome).toBe("failed");
  });
});
