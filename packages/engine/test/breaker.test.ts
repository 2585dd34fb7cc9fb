import { describe, expect, it } from "vitest";
import { Breaker } from "../src/breaker.ts";

function broken(): Breaker {
  const breaker = new Breaker();
  for (let failure = 0; failure < 8; failure += 1) breaker.observe(false, 0);
  return breaker;
}

describe("a circuit breaker", () => {
  it("stays closed while failures are not in a row", () => {
    const breaker = new Breaker();
    for (let turn = 0; turn < 50; turn += 1) breaker.observe(turn % 7 === 0, turn);
    expect(breaker.ask(50)).toEqual({ kind: "closed" });
  });

  it("opens after eight failures in a row and says for how long", () => {
    expect(broken().ask(4_000)).toEqual({ kind: "open", retryAfterMs: 6_000 });
  });

  it("lets one probe through every ten seconds, and closes when it goes well", () => {
    const breaker = broken();
    expect(breaker.ask(10_000)).toEqual({ kind: "closed" });
    expect(breaker.ask(10_001).kind).toBe("open");
    breaker.observe(false, 10_500);
    expect(breaker.ask(15_000).kind).toBe("open");
    expect(breaker.ask(20_000)).toEqual({ kind: "closed" });
    breaker.observe(true, 20_100);
    expect(breaker.ask(20_101)).toEqual({ kind: "closed" });
    expect(breaker.ask(20_102)).toEqual({ kind: "closed" });
  });
});
