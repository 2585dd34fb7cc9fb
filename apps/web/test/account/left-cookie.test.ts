import { describe, expect, it } from "vitest";
import { readLeft, writeLeft } from "../../src/account/left-cookie.ts";

const label = "a\u{1f99e}; =,\ud800".repeat(6);
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ integration: `app-${index}`, accountLabel: label }));

describe("what is left to do elsewhere", () => {
  it("is carried to the next page as it is, by names that are any text", () => {
    const notRevoked = [
      { integration: "gmail", accountLabel: null },
      { integration: "slack", accountLabel: '<b>"x"</b>' },
    ];
    expect(readLeft(writeLeft({ notRevoked }))).toEqual({ notRevoked, more: 0 });
    expect(readLeft(writeLeft({ notRevoked: [] }))).toEqual({ notRevoked: [], more: 0 });
  });

  it("fits a cookie however much it is, and says how much is left out", () => {
    const text = writeLeft({ notRevoked: many(10_000) });
    expect(encodeURIComponent(text).length).toBeLessThan(4_000);
    const left = readLeft(text);
    expect(left?.notRevoked.length).toBeGreaterThan(0);
    expect((left?.notRevoked.length ?? 0) + (left?.more ?? 0)).toBe(10_000);
  });

  it("is nothing where the cookie is none of ours", () => {
    for (const value of [undefined, "", "null", "{}", '{"notRevoked":[{}],"more":0}', "not JSON"])
      expect(readLeft(value), value).toBeNull();
  });
});
