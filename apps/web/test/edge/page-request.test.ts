import { expect, it } from "vitest";
import { pageRequest } from "../../src/edge/page-request.ts";

const facts = { webOrigin: "https://claw.example", policy: "script-src 'nonce-n'", nonce: "n" };

it("puts the request on the configured origin, whatever its Host and forwarding headers said", () => {
  const request = new Request("http://evil.example/sign-in?next=/x", {
    headers: {
      "x-forwarded-host": "evil.example",
      "x-middleware-subrequest": "middleware",
      "x-nonce": "guessed",
      "content-security-policy": "script-src 'nonce-guessed'",
      cookie: "a=b",
    },
  });
  const page = pageRequest(request, null, facts);
  expect(page.url).toBe("https://claw.example/sign-in?next=/x");
  expect(page.headers.get("x-forwarded-host")).toBe("claw.example");
  expect(page.headers.get("x-forwarded-proto")).toBe("https");
  expect(page.headers.has("x-middleware-subrequest")).toBe(false);
  expect(page.headers.get("x-nonce")).toBe("n");
  expect(page.headers.get("content-security-policy")).toBe(facts.policy);
  expect(page.headers.get("cookie")).toBe("a=b");
});

it("carries method and body along", async () => {
  const body = new TextEncoder().encode('{"a":1}');
  const page = pageRequest(new Request("http://x.example/api/api-keys", { method: "POST", body }), body, facts);
  expect(page.method).toBe("POST");
  expect(await page.json()).toEqual({ a: 1 });
});
