import { describe, expect, it } from "vitest";
import { readEnvironment } from "../src/environment.ts";

const secret = crypto.randomUUID() + crypto.randomUUID();
const good = {
  ENVIRONMENT: "production",
  WEB_ORIGIN: "https://claw.example",
  API_ORIGIN: "https://api.claw.example",
  VAULT_PUBLIC_KEY: "k1:AAAA",
  BETTER_AUTH_SECRET: secret,
  SIGN_IN_CLIENTS: "{}",
  DB: {},
  API: {},
  RPC: {},
};
const clientSecret = crypto.randomUUID();

describe("readEnvironment", () => {
  it("reads the providers people may sign in with", () => {
    const clients = JSON.stringify({ github: { clientId: "id", clientSecret } });
    expect(readEnvironment({ ...good, SIGN_IN_CLIENTS: clients }).SIGN_IN_CLIENTS).toEqual({
      github: { clientId: "id", clientSecret },
    });
    expect(readEnvironment({ ...good }).SIGN_IN_CLIENTS).toEqual({});
  });

  it.each([
    ["WEB_ORIGIN", "https://claw.example/"],
    ["WEB_ORIGIN", "https://claw.example/app"],
    ["WEB_ORIGIN", "http://claw.example"],
    ["API_ORIGIN", "nowhere"],
    ["ENVIRONMENT", "staging"],
    ["VAULT_PUBLIC_KEY", ""],
    ["BETTER_AUTH_SECRET", "short"],
    ["SIGN_IN_CLIENTS", "{"],
    ["SIGN_IN_CLIENTS", '{"github":{"clientId":"id"}}'],
    ["DB", undefined],
    ["RPC", undefined],
  ])("refuses to start with %s = %j and says which it is", (name, value) => {
    expect(() => readEnvironment({ ...good, [name]: value })).toThrow(name);
  });

  it("takes plain http in development alone", () => {
    const local = { ...good, ENVIRONMENT: "development", WEB_ORIGIN: "http://localhost:4000" };
    expect(readEnvironment(local).WEB_ORIGIN).toBe("http://localhost:4000");
    expect(() => readEnvironment({ ...local, ENVIRONMENT: "production" })).toThrow("https");
  });

  it("never says a value", () => {
    const broken = { ...good, SIGN_IN_CLIENTS: JSON.stringify({ github: { clientSecret } }), API_ORIGIN: "nowhere" };
    try {
      readEnvironment(broken);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toContain("SIGN_IN_CLIENTS");
      expect(String(error)).not.toContain(clientSecret);
      expect(String(error)).not.toContain(secret);
    }
  });
});
