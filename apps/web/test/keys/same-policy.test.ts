import { openPolicy } from "@clawlink/contract";
import { expect, it } from "vitest";
import { samePolicy } from "../../src/keys/same-policy.ts";

it("takes policies for the same in whatever order their apps and accounts are named, and for nothing else", () => {
  const limited = { ...openPolicy, apps: ["gmail", "github"], connections: [10, 9] };
  expect(samePolicy(limited, { ...limited, apps: ["github", "gmail"], connections: [9, 10] })).toBe(true);
  expect(samePolicy(openPolicy, { ...openPolicy })).toBe(true);
  expect(samePolicy(limited, { ...limited, apps: null })).toBe(false);
  expect(samePolicy(limited, { ...limited, connections: [9] })).toBe(false);
  expect(samePolicy(openPolicy, { ...openPolicy, maxEffect: "read" })).toBe(false);
  expect(samePolicy(openPolicy, { ...openPolicy, confirmation: "human" })).toBe(false);
});
