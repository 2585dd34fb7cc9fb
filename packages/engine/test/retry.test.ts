import { type Effect, effects } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { type AttemptEvent, nextAttemptIn } from "../src/retry.ts";

const facts = { effect: "read" as Effect, keySent: false, attempts: 1, leftMs: 40_000, random: 0.5 };
const status = (code: number, retryAfterMs: number | null = null): AttemptEvent => ({
  kind: "status",
  status: code,
  retryAfterMs,
});

/** For each event: whether a read, a write, and a write with a key of ours at the provider may be repeated. */
const matrix: readonly [string, AttemptEvent, boolean, boolean, boolean][] = [
  ["a host that does not resolve", { kind: "network", sent: "no" }, true, true, true],
  ["a connection refused", { kind: "network", sent: "no" }, true, true, true],
  ["a connection reset, sent or not", { kind: "network", sent: "maybe" }, true, false, true],
  ["no answer in time", { kind: "timeout" }, true, false, true],
  ["an answer cut short", { kind: "unreadable", passing: true }, true, false, true],
  ["an answer that can never be read", { kind: "unreadable", passing: false }, false, false, false],
  ["200", status(200), false, false, false],
  ["304", status(304), false, false, false],
  ["400", status(400), false, false, false],
  ["401", status(401), false, false, false],
  ["403", status(403), false, false, false],
  ["404", status(404), false, false, false],
  ["408", status(408), true, false, true],
  ["409", status(409), false, false, false],
  ["409 with Retry-After", status(409, 1_000), false, false, false],
  ["422", status(422), false, false, false],
  ["425", status(425), true, true, true],
  ["429", status(429), true, true, true],
  ["429 with Retry-After", status(429, 2_000), true, true, true],
  ["500", status(500), true, false, true],
  ["500 with Retry-After", status(500, 1_000), true, false, true],
  ["502", status(502), true, false, true],
  ["503", status(503), true, false, true],
  ["503 with Retry-After", status(503, 1_000), true, true, true],
  ["504", status(504), true, false, true],
  ["520", status(520), true, false, true],
  ["529", status(529), true, false, true],
];

describe("a repeat after", () => {
  it.each(matrix)("%s is decided by what may have happened", (_what, event, read, write, keyed) => {
    for (const effect of effects) {
      const may = (keySent: boolean) => nextAttemptIn(event, { ...facts, effect, keySent }) !== null;
      expect([effect, may(false), may(true)]).toEqual([
        effect,
        effect === "read" ? read : write,
        effect === "read" ? read : keyed,
      ]);
    }
  });
});

describe("the wait", () => {
  it("grows, with full jitter, up to a cap", () => {
    const wait = (attempts: number, random: number) =>
      nextAttemptIn({ kind: "timeout" }, { ...facts, attempts, random });
    expect([1, 2, 3].map((attempts) => wait(attempts, 0.999_999))).toEqual([500, 1_000, 2_000]);
    expect([1, 2, 3].map((attempts) => wait(attempts, 0))).toEqual([0, 0, 0]);
  });

  it("is never shorter than the provider asks for, and not longer than a little more", () => {
    for (const random of [0, 0.5, 0.999_999]) {
      const wait = nextAttemptIn(status(429, 3_000), { ...facts, random }) ?? -1;
      expect(wait).toBeGreaterThanOrEqual(3_000);
      expect(wait).toBeLessThanOrEqual(3_250);
    }
    expect(nextAttemptIn(status(429, 0), { ...facts, random: 0 })).toBe(0);
  });

  it("that would outlast the call ends it at once", () => {
    expect(nextAttemptIn(status(429, 3_600_000), facts)).toBeNull();
    expect(nextAttemptIn(status(503, 39_000), { ...facts, leftMs: 39_000 })).toBeNull();
    expect(nextAttemptIn({ kind: "timeout" }, { ...facts, leftMs: 0 })).toBeNull();
  });

  it("ends after four attempts", () => {
    expect(nextAttemptIn(status(500), { ...facts, attempts: 3 })).not.toBeNull();
    expect(nextAttemptIn(status(500), { ...facts, attempts: 4 })).toBeNull();
  });
});
