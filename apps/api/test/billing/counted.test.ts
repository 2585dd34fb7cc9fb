import { describe, expect, it } from "vitest";
import { reconcile } from "../../src/billing/reconcile.ts";
import { execute } from "../calls.ts";
import { testEnv } from "../test-env.ts";
import { connectByForm, makePerson } from "../world.ts";
import { witness } from "./witness.ts";

describe("with billing on", () => {
  it("the count that must be nothing with billing off is something for every part of it", async () => {
    const count = witness();
    const seen = [count()];
    const person = await makePerson();
    seen.push(count());
    await connectByForm(person, "stripe");
    seen.push(count());
    await execute(person, "stripe_list_customers", {});
    seen.push(count());
    await reconcile(testEnv, Date.now());
    seen.push(count());
    expect(seen[0]).toBe(0);
    for (const [index, after] of seen.slice(1).entries()) expect(after).toBeGreaterThan(seen[index] ?? 0);
  });
});
