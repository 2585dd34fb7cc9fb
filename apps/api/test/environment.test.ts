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

  it("maps nothing but the origins it names, paths included", () => {
    const environment = readEnvironment({ ...testEnv, LOOPBACK_ORIGINS: loopback });
    expect(reachableUrl(environment, new URL("https://api.github.com/a?x=1")).href).toBe("http://127.0.0.1:4101/b?x=1");
    expect(reachableUrl(environment, new URL("https://api.github.com/c")).href).toBe("http://127.0.0.1:4101/c");
    expect(reachableUrl(environment, new URL("https://example.com/a")).href).toBe("https://example.com/a");
  });
});
