import { describe, expect, it } from "vitest";
import { startStrict } from "../src/strict-emulator.ts";

const probe = { path: "/oauth2/v2/userinfo", method: "GET", authorization: "Bearer" } as const;

describe("startStrict", () => {
  it("knows no token it has not issued", async () => {
    const google = await startStrict({ service: "google", seed: { users: [{ email: "ada@example.com" }] }, probe });
    try {
      const answer = await fetch(google.url + probe.path, { headers: { authorization: "Bearer test_token_admin" } });
      expect(answer.status).toBe(401);
      expect(google.tokens.size).toBe(0);
    } finally {
      await google.close();
    }
  });

  it("throws when the service would let a made-up key in", async () => {
    const open = startStrict({ service: "stripe", seed: {}, probe: { ...probe, path: "/v1/customers" } });
    await expect(open).rejects.toThrow("still accepts");
  });
});
