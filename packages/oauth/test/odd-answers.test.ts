import { Secret } from "@clawlink/contract";
import type { OAuth2 } from "@clawlink/provider-kit";
import { describe, expect, it } from "vitest";
import { exchangeCode, refreshTokens, type TokenResult } from "../src/index.ts";

const now = 1_700_000_000_000;
const client = { clientId: "id", clientSecret: new Secret("hush") };
const code = { code: "c", redirectUri: "https://clawlink.example/cb", verifier: "v".repeat(43) };
const auth: OAuth2 = {
  kind: "oauth2",
  client: "odd",
  authorizeUrl: "https://odd.example/authorize",
  tokenUrl: "https://odd.example/token",
  scopes: { "mail.read": "Read mail" },
  scopeSeparator: " ",
  pkce: true,
  clientAuthentication: "body",
  refresh: "static",
  registrationUrl: "https://odd.example",
};

const http = (answer: (request: Request) => Response | Promise<Response>, timeoutMs?: number) => ({
  fetch: async (request: Request) => answer(request),
  now: () => now,
  ...(timeoutMs === undefined ? {} : { timeoutMs }),
});
const json = (body: unknown, status = 200) => Response.json(body, { status });
const exchange = (response: Response, over: Partial<OAuth2> = {}) =>
  exchangeCode(
    { ...auth, ...over },
    client,
    code,
    http(() => response),
  );
const granted = (result: TokenResult) => {
  if (!result.ok) throw new Error(`${result.reason}: ${result.description}`);
  return result.tokens;
};

describe("answers that are not tokens", () => {
  const html = () => new Response("<html>Sorry</html>", { headers: { "content-type": "text/html" } });
  const form = (text: string) =>
    new Response(text, { headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" } });
  const plain = (text: string, status = 200) => new Response(text, { status });

  it.each<[string, Response, string]>([
    [
      "GitHub's error at status 200",
      json({ error: "bad_verification_code", error_description: "Old." }),
      "invalid_grant",
    ],
    ["GitHub's error, form-encoded", form("error=incorrect_client_credentials&error_uri=x"), "invalid_client"],
    ["Slack's ok: false", json({ ok: false, error: "invalid_code" }), "invalid_grant"],
    ["Slack's ok: false with no reason", json({ ok: false }), "malformed"],
    ["an error of the RFC at 400", json({ error: "invalid_grant" }, 400), "invalid_grant"],
    ["a wrong client at 401", json({ error: "invalid_client" }, 401), "invalid_client"],
    ["a refusal nobody knows", json({ error: "constructor" }, 400), "denied"],
    ["access denied", json({ error: "access_denied" }, 403), "denied"],
    ["a server that says so", json({ error: "temporarily_unavailable" }, 400), "unavailable"],
    ["a 503 with HTML", new Response("<html>", { status: 503 }), "unavailable"],
    ["a 429", json({ message: "slow down" }, 429), "unavailable"],
    ["HTML at status 200", html(), "malformed"],
    ["HTML at status 400, which must not cost the person a sign-in", plain("<html>", 400), "malformed"],
    ["an empty body", plain(""), "malformed"],
    ["an empty 204", new Response(null, { status: 204 }), "malformed"],
    ["JSON that is a list", json([{ access_token: "x" }]), "malformed"],
    ["JSON that is null", json(null), "malformed"],
    ["JSON cut short", plain('{"access_token":"abc"'), "malformed"],
    ["no access token", json({ token_type: "bearer" }), "malformed"],
    ["an empty access token", json({ access_token: "" }), "malformed"],
    ["a token that would break a header", json({ access_token: "a\r\nx-evil: 1" }), "malformed"],
    ["a token that is a number", json({ access_token: 12 }), "malformed"],
    ["a redirect", new Response(null, { status: 302, headers: { location: "https://evil.example" } }), "malformed"],
    ["more than 64 KB", json({ access_token: "x".repeat(70_000) }), "malformed"],
  ])("%s", async (_, response, reason) => {
    expect(await exchange(response)).toMatchObject({ ok: false, reason });
  });

  it("keeps the provider's words, on one line, capped, without control characters", async () => {
    const words = `Bad\u0000 \u001b[31mcode\r\nfor \u202Eyou ${"x".repeat(500)}`;
    const result = await exchange(json({ error: "invalid_grant", error_description: words }, 400));
    if (result.ok) throw new Error("tokens");
    expect(result.description).toMatch(/^Bad \[31mcode for you x+$/);
    expect(result.description).toHaveLength(300);
  });

  it("says network when the provider cannot be reached, hangs, or hangs up half-way", async () => {
    const cut = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('{"access_'));
        controller.error(new Error("reset"));
      },
    });
    const unreachable = http(() => Promise.reject(new TypeError("fetch failed")));
    const silent = http(() => new Promise<Response>(() => undefined), 20);
    const stalled = http(() => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })), 20);
    for (const broken of [unreachable, silent, stalled, http(() => new Response(cut))]) {
      expect(await exchangeCode(auth, client, code, broken)).toMatchObject({ ok: false, reason: "network" });
    }
  });

  it("stops reading an endless body", async () => {
    let cancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(16_384)),
      cancel: () => {
        cancelled = true;
      },
    });
    expect(await exchange(new Response(endless))).toMatchObject({ ok: false, reason: "malformed" });
    expect(cancelled).toBe(true);
  });
});

describe("answers that are tokens", () => {
  it.each<[string, unknown, number | null]>([
    ["absent", undefined, null],
    ["a number", 3600, now + 3_600_000],
    ["a string", "3600", now + 3_600_000],
    ["a fraction", 1.5, now + 1500],
    ["zero", 0, null],
    ["negative", -5, null],
    ["text", "soon", null],
    ["blank", " ", null],
    ["null", null, null],
    ["endless", 1e300, now + 10 * 365 * 86_400_000],
  ])("expires_in %s", async (_, expires_in, expected) => {
    expect(granted(await exchange(json({ access_token: "t", expires_in }))).expiresAt).toBe(expected);
  });

  it("counts the expiry from before the request, so that a slow answer is not trusted for longer", async () => {
    let time = now;
    const slow = {
      now: () => time,
      fetch: async () => {
        time += 9000;
        return json({ access_token: "t", expires_in: 10 });
      },
    };
    expect(granted(await exchangeCode(auth, client, code, slow)).expiresAt).toBe(now + 10_000);
  });

  it.each<[string, unknown, OAuth2["grantedScopeSeparator"], readonly string[] | null]>([
    ["absent", undefined, undefined, null],
    ["empty", "", undefined, []],
    ["separated by blanks", "a b  a", undefined, ["a", "b"]],
    ["separated by commas where the provider does that", "repo,user", ",", ["repo", "user"]],
    ["separated by blanks all the same", "repo read:user", ",", ["repo", "read:user"]],
    ["a list", ["a", "b", 3], undefined, ["a", "b"]],
    ["a number", 3, undefined, null],
  ])("scope %s", async (_, scope, separator, expected) => {
    const over = separator ? { grantedScopeSeparator: separator } : {};
    expect(granted(await exchange(json({ access_token: "t", scope }), over)).scopes).toEqual(expected);
  });

  it("reads Slack's bot token, and a person's token under authed_user", async () => {
    const bot = { ok: true, access_token: "xoxb", scope: "chat:write,users:read", authed_user: { id: "U1" } };
    const person = { ok: true, authed_user: { id: "U1", access_token: "xoxp", scope: "search:read" } };
    const comma = { scopeSeparator: "," } as const;
    expect(granted(await exchange(json(bot), comma)).scopes).toEqual(["chat:write", "users:read"]);
    const tokens = granted(await exchange(json(person), comma));
    expect([tokens.accessToken.open(), tokens.scopes]).toEqual(["xoxp", ["search:read"]]);
  });

  it("reads a form-encoded answer", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const tokens = granted(await exchange(new Response("access_token=gho_1&scope=repo%2Cuser", { headers })));
    expect(tokens.accessToken.open()).toBe("gho_1");
  });

  it("keeps the old refresh token where a refresh brings no new one, and takes the new one where it does", async () => {
    const old = new Secret("old");
    const kept = await refreshTokens(
      auth,
      client,
      old,
      http(() => json({ access_token: "t" })),
    );
    expect(granted(kept).refreshToken?.open()).toBe("old");
    const rotated = await refreshTokens(
      auth,
      client,
      old,
      http(() => json({ access_token: "t", refresh_token: "new" })),
    );
    expect(granted(rotated).refreshToken?.open()).toBe("new");
  });
});
