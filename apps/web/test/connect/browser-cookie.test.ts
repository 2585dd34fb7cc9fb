import { randomToken } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { browserCookie, readHeld, writeHeld } from "../../src/connect/browser-cookie.ts";

const origin = "https://claw.example";

describe("browserCookie", () => {
  it("gives every authorization a cookie of its own, out of reach of scripts and of other sites' posts", async () => {
    const [one, other] = [await browserCookie("state-1", origin), await browserCookie("state-2", origin)];
    expect(one.name).not.toBe(other.name);
    expect(one.options).toMatchObject({ httpOnly: true, sameSite: "lax", secure: true, path: "/api/oauth/callback" });
    expect(one.name).not.toContain("state-1");
  });

  it("works over plain http in development", async () => {
    const { name, options } = await browserCookie("state", "http://localhost:4000");
    expect(options.secure).toBe(false);
    expect(name.startsWith("__Secure-")).toBe(false);
  });
});

describe("readHeld", () => {
  it("reads what was written", () => {
    const held = { browser: randomToken(43), token: `cs_${randomToken(32)}` };
    expect(readHeld(writeHeld(held))).toEqual(held);
  });

  it.each([undefined, "", ".", "short.token", `${"b".repeat(43)}`, `${"b".repeat(43)}.short`])(
    "reads nothing in %j",
    (value) => {
      expect(readHeld(value)).toBeNull();
    },
  );
});
