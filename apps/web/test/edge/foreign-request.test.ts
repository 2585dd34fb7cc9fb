import { describe, expect, it } from "vitest";
import { isForeignMutation } from "../../src/edge/foreign-request.ts";

const ours = "https://claw.example";
const foreign = (method: string, headers: Record<string, string>) =>
  isForeignMutation({ method, headers: new Headers(headers) }, ours);

describe("isForeignMutation", () => {
  it.each(["GET", "HEAD", "OPTIONS"])("lets %s through from anywhere", (method) => {
    expect(foreign(method, { origin: "https://evil.example", "sec-fetch-site": "cross-site", cookie: "a=b" })).toBe(
      false,
    );
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("lets %s of our own pages through", (method) => {
    expect(foreign(method, { origin: ours, cookie: "a=b", "sec-fetch-site": "same-origin" })).toBe(false);
    expect(foreign(method, { origin: ours, cookie: "a=b" })).toBe(false);
  });

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a subdomain", { origin: "https://x.claw.example" }],
    ["a sibling with our name in front", { origin: "https://claw.example.evil.example" }],
    ["plain http", { origin: "http://claw.example" }],
    ["another port", { origin: "https://claw.example:8443" }],
    ["a page of the same site only", { origin: ours, "sec-fetch-site": "same-site" }],
    ["a navigation typed by the person", { "sec-fetch-site": "none" }],
    ["somebody who keeps quiet but sends cookies", { cookie: "a=b" }],
  ])("refuses a change from %s", (_, headers) => {
    expect(foreign("POST", headers)).toBe(true);
  });

  it("lets a client without cookies or origin on, to be told that it is not signed in", () => {
    expect(foreign("POST", {})).toBe(false);
  });
});
