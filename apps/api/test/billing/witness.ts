import { vi } from "vitest";
import { Meter } from "../../src/billing/meter.ts";
import { testEnv } from "../test-env.ts";

/**
 * Counts from now on whatever of billing runs, in the worker and in its cells: every method of a meter, every statement to D1 that names a
 * table of billing, every request to Polar. Everything billing does begins with one of them.
 */
export function witness(): () => number {
  const methods = Object.getOwnPropertyNames(Meter.prototype).filter((name) => name !== "constructor");
  const meter = [vi.spyOn(Meter, "open"), ...methods.map((name) => vi.spyOn(Object(Meter.prototype), name))];
  const prepare = vi.spyOn(Object.getPrototypeOf(testEnv.DB), "prepare");
  const fetched = vi.spyOn(globalThis, "fetch");
  return () =>
    meter.reduce((sum, { mock }) => sum + mock.calls.length, 0) +
    prepare.mock.calls.filter(([statement]) => String(statement).includes("billing_")).length +
    fetched.mock.calls.filter(([to]) =>
      /polar|\/v1\/(subscriptions|orders)\//.test(to instanceof Request ? to.url : String(to)),
    ).length;
}
