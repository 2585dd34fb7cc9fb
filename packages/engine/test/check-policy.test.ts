import { type AccessPolicy, type Effect, effects, openPolicy } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { checkConfirmation, policyDenial } from "../src/index.ts";

const policy = (change: Partial<AccessPolicy>) => ({ ...openPolicy, ...change });

describe("an access policy", () => {
  it("that is open forbids nothing", () => {
    for (const effect of effects) expect(policyDenial(openPolicy, "shop", 1, effect)).toBeNull();
  });

  const ranked: readonly [Effect, readonly Effect[]][] = [
    ["read", ["read"]],
    ["write", ["read", "write"]],
    ["delete", ["read", "write", "delete"]],
    ["admin", ["read", "write", "delete", "admin"]],
  ];
  it.each(ranked)("with %s as the most allows %j", (maxEffect, allowed) => {
    expect(effects.filter((effect) => policyDenial(policy({ maxEffect }), "shop", 1, effect) === null)).toEqual(
      allowed,
    );
  });

  it("limits apps and connections, each on its own", () => {
    expect(policyDenial(policy({ apps: ["shop"] }), "shop", 1, "admin")).toBeNull();
    expect(policyDenial(policy({ apps: ["mail"] }), "shop", 1, "read")).toContain("shop");
    expect(policyDenial(policy({ connections: [1] }), "shop", 1, "admin")).toBeNull();
    expect(policyDenial(policy({ connections: [] }), "shop", 1, "read")).toContain("connection 1");
    expect(policyDenial(policy({ connections: [] }), "shop", null, "read")).toBeNull();
  });
});

describe("confirmation", () => {
  const modes = ["none", "agent", "human"] as const;
  it("is asked of no read, by nobody", () => {
    for (const confirmation of modes)
      expect(checkConfirmation(policy({ confirmation }), "read", false, false)).toBe("given");
  });

  it.each(["write", "delete", "admin"] as const)(
    "of a %s is the flag, a person, or nothing, as the key says",
    (effect) => {
      const said = (confirmation: "none" | "agent" | "human", confirmed: boolean, approved: boolean) =>
        checkConfirmation(policy({ confirmation }), effect, confirmed, approved);
      expect(said("none", false, false)).toBe("given");
      expect([said("agent", false, false), said("agent", true, false)]).toEqual(["flag_missing", "given"]);
      expect([said("human", false, false), said("human", true, false)]).toEqual(["person_needed", "person_needed"]);
      for (const mode of modes) expect(said(mode, false, true)).toBe("given");
    },
  );
});
