import { expect, it } from "vitest";
import { relativeTime, utcTime } from "../../src/ui/relative-time.ts";

const now = Date.parse("2026-11-23T12:00:00.000Z");

it.each([
  ["2026-11-23T11:59:40.000Z", "just now"],
  ["2026-11-23T12:00:20.000Z", "in a moment"],
  ["2026-11-23T11:15:00.000Z", "45 minutes ago"],
  ["2026-11-23T11:59:10.000Z", "1 minute ago"],
  ["2026-11-23T13:00:00.000Z", "in 1 hour"],
  ["2026-11-23T14:00:00.000Z", "in 2 hours"],
  ["2026-11-22T12:00:00.000Z", "yesterday"],
  ["2026-11-24T12:00:00.000Z", "tomorrow"],
  ["2026-11-20T12:00:00.000Z", "3 days ago"],
  ["2026-10-01T12:00:00.000Z", "2026-10-01"],
])("tells %s as %s", (iso, words) => {
  expect(relativeTime(iso, now)).toBe(words);
});

it("tells a moment exactly in UTC, whatever the reader's clock", () => {
  expect(utcTime("2026-11-23T23:59:59.123Z")).toBe("2026-11-23 23:59:59 UTC");
});
