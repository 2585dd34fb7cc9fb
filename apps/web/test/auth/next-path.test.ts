import { describe, expect, it } from "vitest";
import { homePath, nextPath, signInPath } from "../../src/auth/next-path.ts";

describe("nextPath", () => {
  it.each(["/dashboard/usage?status=failed", "/openclaw/pair/abc", "/connect/gmail?session=cs_1#x"])(
    "keeps %s",
    (path) => {
      expect(nextPath(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    "",
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "/\t/evil.example/",
    "/\n/evil.example",
    "/./\\evil.example/..//evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "dashboard",
    " /dashboard",
  ])("goes home instead of to %j", (path) => {
    expect(nextPath(path)).toBe(homePath);
  });

  it("survives the way through the sign-in page", () => {
    const path = "/connect/gmail?session=cs_1&problem=gone";
    const url = new URL(signInPath(path), "https://claw.example");
    expect(nextPath(url.searchParams.get("next") ?? undefined)).toBe(path);
  });
});
