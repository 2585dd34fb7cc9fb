import { describe, expect, it } from "vitest";
import { accountOfAgentKey, newAccountId, newAgentKey } from "../src/index.ts";

describe("an agent key", () => {
  it("is cllk_live_ with its account, a secret of 256 bits and a checksum", () => {
    const account = newAccountId();
    const key = newAgentKey(account);
    expect(key).toMatch(/^cllk_live_[0-9A-Za-z]{69}$/);
    expect(key.startsWith(`cllk_live_${account}`)).toBe(true);
    // 43 characters of 62 carry log2(62) * 43 bits.
    expect(Math.log2(62) * 43).toBeGreaterThanOrEqual(256);
  });

  it("names its account", () => {
    const account = newAccountId();
    expect(accountOfAgentKey(newAgentKey(account))).toBe(account);
  });

  it("is never made twice", () => {
    const account = newAccountId();
    expect(new Set(Array.from({ length: 200 }, () => newAgentKey(account))).size).toBe(200);
  });

  it("is refused with any one character changed, anywhere", () => {
    const key = newAgentKey(newAccountId());
    for (let index = 0; index < key.length; index += 1) {
      const other = key[index] === "x" ? "y" : "x";
      expect(accountOfAgentKey(key.slice(0, index) + other + key.slice(index + 1))).toBeNull();
    }
  });

  it.each([
    ["nothing", ""],
    ["the prefix alone", "cllk_live_"],
    ["another prefix", `cllk_test_${"a".repeat(69)}`],
    ["a wrong checksum", `cllk_live_${"a".repeat(69)}`],
    ["a very long text", `cllk_live_${"a".repeat(1_000_000)}`],
    ["text that is not base62", `cllk_live_${"é".repeat(69)}`],
  ])("is not %s", (_what, text) => {
    expect(accountOfAgentKey(text)).toBeNull();
  });

  it("is refused when cut short, lengthened, or with space around it", () => {
    const key = newAgentKey(newAccountId());
    for (const text of [key.slice(0, -1), `${key}0`, ` ${key}`, `${key}\n`, key.toUpperCase()])
      expect(accountOfAgentKey(text)).toBeNull();
  });
});
