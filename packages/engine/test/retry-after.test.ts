import { describe, expect, it } from "vitest";
import { limitResetMs, retryAfterMs, windowLeft } from "../src/retry-after.ts";

const now = Date.parse("2026-11-22T10:00:00.000Z");
const hour = 3_600_000;

describe("Retry-After", () => {
  it.each([
    ["0", 0],
    ["7", 7_000],
    [" 7 ", 7_000],
    ["1.5", 1_500],
    ["Sun, 22 Nov 2026 10:00:30 GMT", 30_000],
    ["Sunday, 22-Nov-26 10:00:30 GMT", 30_000],
    ["Sun Nov 22 10:00:30 2026", 30_000],
    ["2026-11-22T10:00:30Z", 30_000],
    ["Sun, 22 Nov 2026 09:00:00 GMT", 0],
    ["31536000", hour],
    ["Mon, 22 Nov 2027 10:00:00 GMT", hour],
    ["99999999999999999999", hour],
  ])("%j is %i ms", (value, expected) => expect(retryAfterMs(value, now)).toBe(expected));

  it.each([
    undefined,
    "",
    "  ",
    "-5",
    "soon",
    "1e3",
    "0x10",
    "NaN",
    "Infinity",
    "7 seconds",
    "7,8",
    "12/25",
    "May 5",
    "Sun, 99 Nov 2026 99:99:99 GMT",
  ])("%j says nothing", (value) => expect(retryAfterMs(value, now)).toBeNull());
});

describe("a limit's own headers", () => {
  const reset = (
    resetUnit: "seconds" | "milliseconds" | "epoch_seconds" | "epoch_milliseconds",
    value: string,
    remaining = "0",
  ) => limitResetMs({ left: remaining, reset: value }, { remaining: "left", reset: "reset", resetUnit }, now);

  it("tell when it resets, in each of their units", () => {
    expect(reset("seconds", "30")).toBe(30_000);
    expect(reset("milliseconds", "30")).toBe(30);
    expect(reset("epoch_seconds", String(now / 1_000 + 30))).toBe(30_000);
    expect(reset("epoch_milliseconds", String(now + 30))).toBe(30);
    expect(reset("epoch_seconds", "2026-11-22T10:00:30Z")).toBe(30_000);
  });

  it("in the past mean now, and further off than an hour mean an hour", () => {
    expect(reset("seconds", "-5")).toBe(0);
    expect(reset("epoch_seconds", "1")).toBe(0);
    expect(reset("seconds", "86400")).toBe(hour);
  });

  it("say nothing when calls are left, when they are nonsense, and when they are not there", () => {
    expect(reset("seconds", "30", "1")).toBeNull();
    expect(reset("seconds", "")).toBeNull();
    expect(reset("seconds", "soon")).toBeNull();
    expect(reset("seconds", "30", "none")).toBeNull();
    expect(limitResetMs({}, { remaining: "left", reset: "reset", resetUnit: "seconds" }, now)).toBeNull();
    expect(limitResetMs({ left: "0", reset: "30" }, undefined, now)).toBeNull();
  });

  it("tell how much is left", () => {
    const limits = { remaining: "left", reset: "reset", resetUnit: "seconds" } as const;
    expect(windowLeft({ left: "12", reset: "30" }, limits, now)).toEqual({ remaining: 12, resetMs: 30_000 });
    expect(windowLeft({ left: "-1", reset: "30" }, limits, now)).toBeNull();
  });
});
