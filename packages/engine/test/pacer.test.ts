import { describe, expect, it } from "vitest";
import { type LimitSign, Pacer } from "../src/pacer.ts";

const fine: LimitSign = { refused: null, left: null, up: true };
const refusal = (retryAfterMs: number | null): LimitSign => ({ refused: { retryAfterMs }, left: null, up: true });

/** Lets every caller go as its turn comes; answers with the moment each left, by device. */
function run(
  pacer: Pacer,
  callers: readonly string[],
  deadline = 1e9,
): { left: { device: string; at: number }[]; refused: number } {
  const left: { device: string; at: number }[] = [];
  const waiting = new Map<number, string>();
  let refused = 0;
  for (const device of callers) {
    const pace = pacer.ask(device, 0, deadline);
    if (pace.kind === "go") left.push({ device, at: 0 });
    else if (pace.kind === "queued") waiting.set(pace.ticket, device);
    else refused += 1;
  }
  let now = 0;
  for (;;) {
    const next = pacer.next(now);
    if (next === null) return { left, refused };
    if ("waitMs" in next) now += next.waitMs;
    else left.push({ device: waiting.get(next.ticket) ?? "?", at: now });
  }
}

describe("a pacer", () => {
  it("lets everything go at once while nothing limits it", () => {
    const { left } = run(
      new Pacer(),
      Array.from({ length: 100 }, () => "laptop"),
    );
    expect(left).toHaveLength(100);
    expect(left.every(({ at }) => at === 0)).toBe(true);
  });

  it("keeps a known rate: never faster, and a hundred calls within a fifth of the time it allows", () => {
    const { left } = run(
      new Pacer({ perSecond: 5 }),
      Array.from({ length: 100 }, () => "laptop"),
    );
    expect(left).toHaveLength(100);
    for (const [index, { at }] of left.entries())
      if (index > 0) expect(at - (left[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(200);
    expect(left.at(-1)?.at).toBeLessThanOrEqual((99 / 5) * 1000 * 1.2);
  });

  it("lets a burst go that the provider allows", () => {
    const { left } = run(
      new Pacer({ perSecond: 1, burst: 10 }),
      Array.from({ length: 12 }, () => "laptop"),
    );
    expect(left.filter(({ at }) => at === 0)).toHaveLength(10);
  });

  it("takes turns between devices, so that one that floods does not starve another", () => {
    const { left } = run(new Pacer({ perSecond: 5 }), [...Array.from({ length: 50 }, () => "flood"), "calm", "calm"]);
    expect(left.findLastIndex(({ device }) => device === "calm")).toBeLessThan(7);
  });

  it("tells a caller at once when its deadline cannot be met, with the true wait", () => {
    const pacer = new Pacer({ perSecond: 1 });
    expect(pacer.ask("laptop", 0, 10_000)).toEqual({ kind: "go" });
    for (let call = 0; call < 5; call += 1) expect(pacer.ask("laptop", 0, 60_000).kind).toBe("queued");
    const late = pacer.ask("laptop", 0, 2_000);
    expect(late.kind === "refused" && late.retryAfterMs).toBeGreaterThan(5_000);
    expect(late.kind === "refused" && late.retryAfterMs).toBeLessThan(8_000);
  });

  it("waits as long as the provider asked for after a refusal", () => {
    const pacer = new Pacer();
    pacer.observe(refusal(3_000), 0);
    expect(pacer.ask("laptop", 0, 1_000)).toEqual({ kind: "refused", retryAfterMs: 3_000 });
    expect(pacer.ask("laptop", 3_000, 4_000)).toEqual({ kind: "go" });
  });

  it("learns a rate from a refusal, raises it while calls go well, and forgets it in time", () => {
    const pacer = new Pacer();
    for (let call = 0; call < 10; call += 1) pacer.ask("laptop", call * 10, 1e9);
    pacer.observe(refusal(0), 100);
    expect(pacer.ask("laptop", 100, 1e9).kind).toBe("queued");
    const slow = pacer.next(100);
    for (let call = 0; call < 100; call += 1) pacer.observe(fine, 200);
    const quick = pacer.next(100);
    expect([slow, quick].every((next) => next !== null && "waitMs" in next)).toBe(true);
    if (slow && quick && "waitMs" in slow && "waitMs" in quick) expect(quick.waitMs).toBeLessThan(slow.waitMs);
    expect(pacer.next(200_000)).toHaveProperty("ticket");
    expect(pacer.ask("laptop", 200_000, 200_001)).toEqual({ kind: "go" });
  });

  it("finds an unknown rate from how many calls a limiter let through, not from how many it refused", () => {
    const pacer = new Pacer();
    for (let call = 0; call < 100; call += 1) pacer.ask("laptop", 0, 1e9);
    for (let call = 0; call < 4; call += 1) pacer.observe(fine, 10);
    for (let call = 0; call < 96; call += 1) pacer.observe(refusal(0), 20 + call);
    const { left } = run(
      pacer,
      Array.from({ length: 5 }, () => "laptop"),
    );
    expect((left[4]?.at ?? 0) - (left[0]?.at ?? 0)).toBe(1_000);
  });

  it("spreads what is left of a window over the time to its reset, and stops when nothing is left", () => {
    const spread = new Pacer();
    spread.observe({ refused: null, left: { remaining: 10, resetMs: 10_000 }, up: true }, 0);
    const { left } = run(
      spread,
      Array.from({ length: 5 }, () => "laptop"),
    );
    expect(left.at(-1)?.at).toBeGreaterThanOrEqual(3_000);
    const empty = new Pacer();
    empty.observe({ refused: null, left: { remaining: 0, resetMs: 5_000 }, up: true }, 0);
    expect(empty.ask("laptop", 0, 1_000)).toEqual({ kind: "refused", retryAfterMs: 5_000 });
    expect(empty.ask("laptop", 5_000, 6_000)).toEqual({ kind: "go" });
  });

  it("forgets a caller that left", () => {
    const pacer = new Pacer({ perSecond: 1 });
    pacer.ask("laptop", 0, 1e9);
    const queued = pacer.ask("laptop", 0, 1e9);
    if (queued.kind === "queued") pacer.leave(queued.ticket);
    expect(pacer.next(0)).toBeNull();
  });
});
