import { describe, expect, it } from "vitest";
import { readEnvironment } from "../src/environment.ts";
import { reachableUrl } from "../src/outside.ts";
import { testEnv } from "./test-env.ts";

const loopback = JSON.stringify({
  "https://api.github.com": { origin: "http://127.0.0.1:4101", paths: { "/a": "/b" } },
});
const read = (change: Record<string, string>) => () => readEnvironment({ ...testEnv, ...change });

describe("the configuration", () => {
  it("refuses loopback origins in production, and anything but loopback in development", () => {
    expect(read({ ENVIRONMENT: "production", LOOPBACK_ORIGINS: loopback })).toThrow("development alone");
    expect(read({ LOOPBACK_ORIGINS: '{"https://api.github.com":{"origin":"http://10.0.0.1"}}' })).toThrow(
      "loopback origins alone",
    );
    expect(read({ ENVIRONMENT: "production", LOOPBACK_ORIGINS: "{}" })).not.toThrow();
  });

  it("refuses to start without the vault's keys, naming what is missing", () => {
    expect(read({ VAULT_PRIVATE_KEYS: "" })).toThrow("VAULT_PRIVATE_KEYS is missing");
    expect(read({ VAULT_PUBLIC_KEY: "" })).toThrow("VAULT_PUBLIC_KEY is missing");
    expect(read({ OAUTH_CLIENTS: "not json" })).toThrow("OAUTH_CLIENTS is not JSON");
  });

  it("takes mail whole or not at all, naming what is missing and never a key", () => {
    const from = { MAIL_FROM: "ClawLink <mail@example.com>" };
    const production = { ENVIRONMENT: "production", LOOPBACK_ORIGINS: "{}" };
    expect(readEnvironment({ ...testEnv, MAIL_FROM: "", RESEND_API_KEY: "" }).mail).toBeNull();
    expect(read({ RESEND_API_KEY: "re_secret" })).toThrow(/^(?!.*re_secret).*MAIL_FROM is missing/);
    expect(read({ ...production, ...from })).toThrow("MAIL_FROM is set without a way to send");
    expect(read({ ...from, MAIL_FROM: "nobody" })).toThrow("MAIL_FROM is an address");
    expect(() => readEnvironment({ ...testEnv, ...from, RESEND_API_KEY: "re_x", EMAIL: testEnv.TEST_EMAIL })).toThrow(
      "RESEND_API_KEY is set beside the binding EMAIL",
    );
    expect(readEnvironment({ ...testEnv, ...production, ...from, EMAIL: testEnv.TEST_EMAIL }).mail).toMatchObject({
      from: { name: "ClawLink", email: "mail@example.com" },
      route: { way: "cloudflare" },
    });
  });

  it("maps nothing but the origins it names, paths included", () => {
    const environment = readEnvironment({ ...testEnv, LOOPBACK_ORIGINS: loopback });
    expect(reachableUrl(environment, new URL("https://api.github.com/a?x=1")).href).toBe("http://127.0.0.1:4101/b?x=1");
    expect(reachableUrl(environment, new URL("https://api.github.com/c")).href).toBe("http://127.0.0.1:4101/c");
    expect(reachableUrl(environment, new URL("https://example.com/a")).href).toBe("https://example.com/a");
  });
});
