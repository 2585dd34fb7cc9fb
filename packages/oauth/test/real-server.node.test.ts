import { Secret } from "@clawlink/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchangeCode, refreshTokens, revokeToken, type TokenResult, type TokenSet } from "../src/index.ts";
import { type AuthorizationServer, redirectUri, startAuthorizationServer } from "./authorization-server.ts";

const http = { fetch: (request: Request) => fetch(request), now: () => Date.now() };

let server: AuthorizationServer;
beforeAll(async () => {
  server = await startAuthorizationServer();
});
afterAll(() => server.close());

function granted(result: TokenResult): TokenSet {
  if (!result.ok) throw new Error(`${result.reason}: ${result.description}`);
  return result.tokens;
}

describe.each(["basic", "body"] as const)(
  "a client that authenticates in the %s, at a real authorization server",
  (kind) => {
    const exchange = async () => {
      const { code, verifier } = await server.authorize(kind);
      return exchangeCode(server.auth(kind), server.client(kind), { code, redirectUri, verifier }, http);
    };
    const refresh = (tokens: TokenSet) => {
      if (!tokens.refreshToken) throw new Error("no refresh token");
      return refreshTokens(server.auth(kind), server.client(kind), tokens.refreshToken, http);
    };

    it("exchanges a code for live tokens with an expiry and the granted scopes", async () => {
      const before = Date.now();
      const tokens = granted(await exchange());
      expect(await server.isActive(tokens.accessToken)).toBe(true);
      expect(tokens.refreshToken).not.toBeNull();
      expect(tokens.scopes).toEqual(["openid", "mail"]);
      expect(tokens.expiresAt).toBeGreaterThanOrEqual(before + 600_000);
      expect(tokens.expiresAt).toBeLessThanOrEqual(Date.now() + 600_000);
    });

    it("is refused without the verifier the code was asked for with", async () => {
      const { code } = await server.authorize(kind);
      const stolen = { code, redirectUri, verifier: "v".repeat(43) };
      const result = await exchangeCode(server.auth(kind), server.client(kind), stolen, http);
      expect(result).toMatchObject({ ok: false, reason: "invalid_grant" });
    });

    it("cannot use a code twice", async () => {
      const { code, verifier } = await server.authorize(kind);
      const use = () => exchangeCode(server.auth(kind), server.client(kind), { code, redirectUri, verifier }, http);
      granted(await use());
      expect(await use()).toMatchObject({ ok: false, reason: "invalid_grant" });
    });

    it("refreshes to a new pair, and reuse of the old refresh token ends the whole grant", async () => {
      const first = granted(await exchange());
      const second = granted(await refresh(first));
      expect(second.accessToken.open()).not.toBe(first.accessToken.open());
      expect(second.refreshToken?.open()).not.toBe(first.refreshToken?.open());
      expect(await refresh(first)).toMatchObject({ ok: false, reason: "invalid_grant" });
      expect(await refresh(second)).toMatchObject({ ok: false, reason: "invalid_grant" });
    });

    it("revokes both tokens of a grant", async () => {
      const tokens = granted(await exchange());
      expect(await revokeToken(server.auth(kind), server.client(kind), tokens, http)).toBe("revoked");
      expect(await server.isActive(tokens.accessToken)).toBe(false);
      expect(await refresh(tokens)).toMatchObject({ ok: false, reason: "invalid_grant" });
    });

    it("hears invalid_client for a wrong secret, which is not the person's to cure", async () => {
      const { code, verifier } = await server.authorize(kind);
      const wrong = { ...server.client(kind), clientSecret: new Secret("wrong") };
      const result = await exchangeCode(server.auth(kind), wrong, { code, redirectUri, verifier }, http);
      expect(result).toMatchObject({ ok: false, reason: "invalid_client" });
      expect(await revokeToken(server.auth(kind), wrong, granted(await exchange()), http)).toBe("failed");
    });
  },
);
