import { describe, expect, it } from "vitest";
import { redact } from "../src/index.ts";
import { recordable } from "../src/redact.ts";

/** Random text of one kind, so that no secret is ever written down. */
const random = (length: number, alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % alphabet.length]).join("");
const hex = (length: number) => random(length, "0123456789abcdef");

const secretFields = [
  "password",
  "passwd",
  "passphrase",
  "secret",
  "token",
  "apiKey",
  "api_key",
  "api-key",
  "X-Api-Key",
  "accessToken",
  "access_token",
  "refresh_token",
  "refreshToken",
  "id_token",
  "authToken",
  "auth_token",
  "bot_token",
  "session_token",
  "userToken",
  "client_secret",
  "clientSecret",
  "webhook_secret",
  "signing_secret",
  "privateKey",
  "private_key",
  "secretKey",
  "secret_access_key",
  "Authorization",
  "Proxy-Authorization",
  "Cookie",
  "Set-Cookie",
  "credentials",
  "dataBase64",
];
const usefulFields = [
  "nextPageToken",
  "pageToken",
  "page_token",
  "syncToken",
  "nextSyncToken",
  "continuation_token",
  "cursor",
  "next_cursor",
  "threadId",
  "key",
  "keys",
  "secretary",
  "tokens_used",
  "passwordless",
  "author",
  "authority",
  "monkey",
  "idempotencyKey",
  "public_key",
  "keyword",
  "project_key",
];

describe("a field named like a secret", () => {
  it.each(secretFields)("%s is masked, at any depth", (name) => {
    const value = random(12);
    const printed = JSON.stringify(redact({ [name]: value, list: [{ deep: { [name]: [value] } }] }));
    expect(printed).not.toContain(value);
    expect(printed).toContain("[secret]");
  });

  it("is masked when it is a number, and looked into when it is an object", () => {
    expect(redact({ password: 123_456, token: { id: "tok_1", secret: "x" }, secret: true, cookie: null })).toEqual({
      password: "[secret]",
      token: { id: "tok_1", secret: "[secret]" },
      secret: true,
      cookie: null,
    });
  });
});

describe("a field that is not", () => {
  it.each(usefulFields)("%s is kept", (name) => expect(redact({ [name]: "value-1" })).toEqual({ [name]: "value-1" }));
});

describe("text shaped like a credential", () => {
  const shapes: readonly [string, string][] = [
    ["a ClawLink key", `cllk_live_${random(69)}`],
    ["a Slack token", `xoxb-${random(12)}-${random(12)}`],
    ["a GitHub token", `gho_${random(36)}`],
    ["a fine-grained GitHub token", `github_pat_${random(40)}`],
    ["a GitLab token", `glpat-${random(20)}`],
    ["a Stripe key", `sk_live_${random(24)}`],
    ["a restricted Stripe key", `rk_test_${random(24)}`],
    ["a webhook secret", `whsec_${random(32)}`],
    ["a Google access token", `ya29.${random(60)}`],
    ["a Google refresh token", `1//0${random(40)}`],
    ["a Google API key", `AIza${random(35)}`],
    ["a Linear token", `lin_oauth_${random(40)}`],
    ["a SendGrid key", `SG.${random(22)}.${random(43)}`],
    ["an AWS key id", `AKIA${random(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`],
    ["a Shopify token", `shpat_${hex(32)}`],
    ["a JWT", `eyJ${random(20)}.eyJ${random(40)}.${random(43)}`],
    ["a model provider's key", `sk-proj-${random(40)}`],
  ];
  it.each(shapes)("%s is masked wherever it stands", (_what, secret) => {
    for (const text of [
      secret,
      `use ${secret}, please`,
      `"${secret}"`,
      `https://example.com/?key=${secret}&a=1`,
      `a\n${secret}\nb`,
    ])
      expect(JSON.stringify(redact([text, { note: text }, { [text]: 1 }]))).not.toContain(secret);
  });

  it("is masked in a header's value and in a URL", () => {
    const opaque = `${random(30)}7`;
    expect(redact(`Authorization: Bearer ${opaque}`)).toBe("Authorization: Bearer [secret]");
    expect(redact(`https://ada:${opaque}@example.com/x`)).toBe("https://ada:[secret]@example.com/x");
  });

  it("is masked when it is a private key, cut short or not", () => {
    const key = `-----BEGIN RSA PRIVATE KEY-----\n${random(200)}\n`;
    expect(redact(`${key}-----END RSA PRIVATE KEY-----\nafter`)).toBe("[secret]\nafter");
    expect(redact(key)).toBe("[secret]");
  });

  it("is masked where long text is cut", () => {
    const secret = `ghp_${random(36)}`;
    for (const before of [3_960, 3_980, 3_999, 4_000, 7_990]) {
      const printed = String(redact(`${" ".repeat(before)}${secret} and ${"more ".repeat(2_000)}`));
      expect(printed).not.toContain(secret.slice(0, 24));
    }
    const token = `eyJ${random(40)}.eyJ${random(400)}.${random(43)}`;
    expect(String(redact(`${" ".repeat(3_950)}${token} ${"more ".repeat(2_000)}`))).not.toContain(token.slice(0, 40));
  });
});

describe("what people need to read", () => {
  it.each([
    "re_3MtwBwLkdIwHu7ix28a3tqPa",
    "pi_3MtwBwLkdIwHu7ix28a3tqPa",
    "cus_9s6XKzkNRiz8i3",
    "ch_3MtwBwLkdIwHu7ix0",
    "evt_1NG8Du2eZvKYlo2CUI79vXWy",
    "AC0123456789abcdef0123456789abcdef",
    "18c3b2a1d0e9f876",
    "1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809",
    "xoxo, see you",
    "sk-learn tutorial",
    "task-list-for-the-whole-team-2026",
    "a basic authentication-related question",
    "the bearer responsibilities",
    "https://example.com:443/path@v2",
    "ada@example.com",
    "eyJ is how it begins",
    "2026-11-22T10:00:00.000Z",
    "CAUQAA",
    "~!!~AI9FV7Tc",
    "data:image/png;base64,iVBORw0KGgo=",
  ])("%s stays", (text) => expect(redact(text)).toBe(text));

  it("keeps the shape of what it does not mask", () => {
    const value = { a: [1, true, null, { b: "text" }], nextPageToken: "CAUQAA", empty: {}, list: [] };
    expect(redact(value)).toEqual(value);
  });
});

describe("a record", () => {
  it("keeps what fits and says how much there was of what does not", () => {
    expect(recordable({ a: 1 }, 100)).toEqual({ a: 1 });
    expect(recordable({ text: "x".repeat(1_000) }, 100)).toEqual({
      clawlink_record: "truncated",
      size_bytes: 1_011,
      beginning: `{"text":"${"x".repeat(16)}`,
    });
    expect(recordable(undefined, 100)).toBeUndefined();
  });

  it("does not end on text that is far too long, too deep, or both", () => {
    let deep: unknown = "end";
    for (let level = 0; level < 50; level += 1) deep = { deep };
    expect(JSON.stringify(recordable(deep, 10_000))).toContain("[…]");
    const started = performance.now();
    recordable({ hostile: "eyJ-".repeat(500_000), keys: "a:".repeat(500_000), urls: "://".repeat(500_000) }, 16_384);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each(["sk-", "sk-aa-", "bearer ", "authorization: basic ", "eyJ-", "://a:", "-----BEGIN ", "xoxb-"])(
    "of a page of texts that begin like a secret again and again (%s) is made in a moment",
    (mark) => {
      const texts = Array.from({ length: 50 }, () => mark.repeat(8_000 / mark.length));
      const started = performance.now();
      recordable(texts, 65_536);
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});
