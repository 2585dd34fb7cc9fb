import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "../../src/edge/content-security-policy.ts";

function directives(origin: string): Map<string, string[]> {
  const parts = contentSecurityPolicy("bm9uY2U", origin).split("; ");
  return new Map(parts.map((part) => part.split(" ")).map(([name = "", ...values]) => [name, values]));
}

describe("contentSecurityPolicy", () => {
  const policy = directives("https://claw.example");

  it("runs scripts and style sheets of ours and of this answer, never inline or evaluated ones", () => {
    expect(policy.get("script-src")).toEqual(["'self'", "'nonce-bm9uY2U'"]);
    expect(policy.get("style-src")).toEqual(["'self'", "'nonce-bm9uY2U'"]);
  });

  it("names no other origin anywhere and lets nobody frame the pages", () => {
    const values = [...policy.values()].flat();
    expect(values.filter((value) => value.includes("//") || value === "*" || value.startsWith("http"))).toEqual([]);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
  });

  it("asks for https where the deployment has it, and only there", () => {
    expect(policy.has("upgrade-insecure-requests")).toBe(true);
    expect(directives("http://localhost:4000").has("upgrade-insecure-requests")).toBe(false);
  });
});
