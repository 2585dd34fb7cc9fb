import { describe, expect, it } from "vitest";
import { cleanText, providerMessage } from "../src/index.ts";

describe("a provider's text", () => {
  it.each([
    ["control characters", "a\u0000\u0007\u001b[31mred\u009b", "a [31mred"],
    ["line breaks", "one\r\n\ttwo\u2028three\u2029four", "one two three four"],
    ["direction marks and other invisible characters", "pay\u202e\u2066\u200bpal\ufeff", "pay pal"],
    ["space around it", "  a   b  ", "a b"],
  ])("is shown without %s", (_what, text, shown) => expect(cleanText(text)).toBe(shown));

  it("is at most 500 characters, and never half a character", () => {
    expect(cleanText("x".repeat(10_000))).toHaveLength(500);
    expect(cleanText(`${"x".repeat(499)}😀`).isWellFormed()).toBe(true);
  });

  it("costs nothing when it is enormous", () => {
    const enormous = " \u0000a".repeat(8_000_000);
    const started = performance.now();
    cleanText(enormous);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("the message in a refusal", () => {
  it.each([
    [{ error: { message: "No such customer", type: "invalid" } }, "No such customer"],
    [{ errors: [{ message: "One." }, { message: "Two." }] }, "One. Two."],
    [{ error: "invalid_grant", error_description: "Token expired" }, "Token expired"],
    [{ message: "Not Found", documentation_url: "x" }, "Not Found"],
    [{ error: "channel_not_found" }, "channel_not_found"],
    ["plain text", "plain text"],
    ["<!doctype html><html>oops</html>", null],
    ["  <html>", null],
    [{ unrelated: 1 }, null],
    [{ message: "\u0000" }, null],
    [{ message: 7 }, null],
    [[], null],
    [null, null],
    ["", null],
  ])("of %j is %j", (body, message) => expect(providerMessage(body)).toBe(message));
});
