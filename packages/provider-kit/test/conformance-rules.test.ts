import { describe, expect, it } from "vitest";
import { withEachString } from "../src/testing/hostile-inputs.ts";
import { findSecret } from "../src/testing/secret-patterns.ts";
import { undescribed } from "../src/testing/undescribed.ts";

describe("the rules of the conformance suite", () => {
  it("find a field without a description at any depth", () => {
    const schema = {
      properties: {
        a: { description: "Said." },
        b: { description: "Said.", items: { properties: { c: {} } } },
        d: { anyOf: [{ properties: { e: {} } }] },
      },
    };
    expect(undescribed(schema)).toEqual(["b.c", "d", "d.e"]);
  });

  it("swap one string at a time", () => {
    expect([...withEachString({ a: "1", b: [{ c: "2" }, 3] }, "!")]).toEqual([
      { a: "!", b: [{ c: "2" }, 3] },
      { a: "1", b: [{ c: "!" }, 3] },
    ]);
  });

  it("know a credential when they see one", () => {
    for (const [prefix, rest] of [
      ["ghp", "_0123456789abcdefghij"],
      ["xoxb", "-123456789-abc"],
      ["sk", "_test_0123456789"],
    ])
      expect(findSecret(`{"t":"${prefix}${rest}"}`)).toBe(`${prefix}${rest}`);
    expect(findSecret('{"id":"msg_18f2a","token_type":"bearer"}')).toBeNull();
  });
});
