import { describe, expect, it } from "vitest";
import { secureResponse } from "../../src/edge/secure-response.ts";

const secured = (pathname: string, origin = "https://claw.example") =>
  secureResponse(new Response("x", { status: 404, headers: { "x-powered-by": "Next.js" } }), pathname, origin, "p");

describe("secureResponse", () => {
  it("keeps status and body and adds the headers every answer carries", async () => {
    const response = secured("/dashboard");
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("x");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-security-policy": "p",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin-allow-popups",
      "strict-transport-security": expect.stringContaining("max-age=63072000"),
    });
    expect(response.headers.has("x-powered-by")).toBe(false);
  });

  it.each(["/connect/gmail", "/api/oauth/callback/gmail"])("lets the popup at %s keep its opener", (pathname) => {
    expect(secured(pathname).headers.get("cross-origin-opener-policy")).toBe("unsafe-none");
  });

  it("promises https only where there is https", () => {
    expect(secured("/", "http://localhost:4000").headers.has("strict-transport-security")).toBe(false);
  });
});
