import { errorTable } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { explainError } from "../../src/usage/explain-error.ts";
import { fillTimeline } from "../../src/usage/fill-timeline.ts";
import { duration, share } from "../../src/usage/units.ts";

const none = { succeeded: 0, failed: 0, blocked: 0, pending_approval: 0, running: 0, unknown: 0 };
const empty = { coverage: { from: null, to: null }, outcomes: none, latency: null, apps: [], actions: [] };

describe("fillTimeline", () => {
  it("has every hour or day of the time, the one that is going on included, also those without a call", () => {
    const day = 86_400_000;
    const entry = { startsAt: 2 * day, outcomes: { ...none, succeeded: 3 }, latency: null };
    const time = { grain: "day", from: day, to: 3 * day + 5, timeline: [entry], devices: null, errors: [] } as const;
    expect(fillTimeline({ ...empty, ...time })).toEqual([
      { startsAt: day, outcomes: null, latency: null },
      entry,
      { startsAt: 3 * day, outcomes: null, latency: null },
    ]);
  });
});

describe("figures in words", () => {
  it("never round a failure away", () => {
    expect([share(99_999, 100_000), share(1, 100_000), share(3, 3), share(0, 3), share(0, 0)]).toEqual([
      "> 99.9%",
      "< 0.1%",
      "100%",
      "0%",
      "—",
    ]);
  });

  it("carry their unit", () => {
    expect([duration(0), duration(1234), duration(12_340), duration(null)]).toEqual([
      "0 ms",
      "1,234 ms",
      "12.3 s",
      "—",
    ]);
  });
});

describe("explainError", () => {
  it("knows what to do about every code of the table, and makes nothing up about others", () => {
    for (const code of Object.keys(errorTable)) expect(explainError(code)?.hint).toBeTruthy();
    expect(explainError("toString")).toBeNull();
  });
});
