import { describe, expect, it } from "vitest";
import { equalInConstantTime, randomToken, sha256Hex } from "../src/index.ts";

describe("randomToken", () => {
  it.each([0, 1, 16, 43, 500])("has exactly %i base62 characters", (length) => {
    expect(randomToken(length)).toMatch(new RegExp(`^[0-9A-Za-z]{${length}}$`));
  });
});

describe("sha256Hex", () => {
  it("is SHA-256 of the UTF-8 text (FIPS 180-4)", async () => {
    expect(await sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(await sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

describe("equalInConstantTime", () => {
  it.each([
    ["", "", true],
    ["a", "a", true],
    ["abc", "abd", false],
    ["abc", "abcabc", false],
    ["abcabc", "abc", false],
    ["", "a", false],
    ["a", "", false],
    ["\0", "", false],
    ["é", "e", false],
  ])("%j and %j: %j", (left, right, equal) => {
    expect(equalInConstantTime(left, right)).toBe(equal);
  });
});
