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

  const plans = JSON.stringify({
    trial: { days: 7, calls: 1000, apps: 1 },
    plans: [
      { id: "starter", name: "Starter", price: "$9", productIds: [crypto.randomUUID()], callsPerMonth: 1, apps: null },
    ],
  });
  const billing = {
    POLAR_SERVER: "sandbox",
    POLAR_ACCESS_TOKEN: crypto.randomUUID(),
    POLAR_WEBHOOK_SECRET: crypto.randomUUID(),
    BILLING_PLANS: plans,
  };

  it("sends no mail unless it says who it comes from, and refuses a sender that cannot be read", () => {
    expect(readEnvironment({ ...good }).mailFrom).toBeNull();
    expect(readEnvironment({ ...good, MAIL_FROM: "" }).mailFrom).toBeNull();
    expect(readEnvironment({ ...good, MAIL_FROM: "mail@claw.example" }).mailFrom).toEqual({
      name: "ClawLink",
      email: "mail@claw.example",
    });
    expect(readEnvironment({ ...good, MAIL_FROM: "Our Links <mail@claw.example>" }).mailFrom?.name).toBe("Our Links");
    for (const text of ["somebody", "<>", "A\r\nBcc: b@claw.example <mail@claw.example>"])
      expect(() => readEnvironment({ ...good, MAIL_FROM: text })).toThrow("MAIL_FROM");
  });

  it("has no billing unless it is configured, empty variables included", () => {
    expect(readEnvironment({ ...good }).billing).toBeNull();
    expect(
      readEnvironment({ ...good, POLAR_SERVER: "", POLAR_ACCESS_TOKEN: "", BILLING_PLANS: "" }).billing,
    ).toBeNull();
    expect(readEnvironment({ ...good, ...billing }).billing).toMatchObject({
      polarOrigin: "https://sandbox-api.polar.sh",
      plans: { graceDays: 7, trial: { days: 7 } },
    });
  });

  it.each([
    ["POLAR_SERVER", ""],
    ["POLAR_SERVER", "http://127.0.0.1:4107"],
    ["POLAR_SERVER", "https://evil.example"],
    ["POLAR_ACCESS_TOKEN", ""],
    ["POLAR_WEBHOOK_SECRET", ""],
    ["BILLING_PLANS", ""],
    ["BILLING_PLANS", "{"],
    ["BILLING_PLANS.plans", '{"trial":null,"plans":[]}'],
    ["BILLING_PLANS.plans.0.callsPerMonth", plans.replace('"callsPerMonth":1', '"callsPerMonth":0')],
    ["BILLING_PLANS.plans.0", plans.replace('"price"', '"cost"')],
  ])("refuses half a configuration of billing: %s = %j", (name, value) => {
    const wrong = { ...good, ...billing, [name.split(".")[0] ?? ""]: value };
    expect(() => readEnvironment(wrong)).toThrow(name);
  });

  it("takes a loopback origin for Polar in development alone", () => {
    const server = "http://127.0.0.1:4107";
    const local = { ...good, ...billing, ENVIRONMENT: "development", POLAR_SERVER: server };
    expect(readEnvironment(local).billing?.polarOrigin).toBe(server);
    expect(() => readEnvironment({ ...local, POLAR_SERVER: "http://10.0.0.1" })).toThrow("POLAR_SERVER");
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
