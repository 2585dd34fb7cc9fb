import { expect, it } from "vitest";
import type { Action } from "../action.ts";
import { UnsafeInput } from "../path.ts";
import type { Provider } from "../provider.ts";
import type { Case } from "./case-file.ts";
import { checkExchange, checkHostileInputs } from "./check-exchange.ts";
import { contextOf, planOf, received } from "./replay.ts";
import { findSecret } from "./secret-patterns.ts";

/** Replays an action's recordings. */
export function describeCases(provider: Provider, action: Action, cases: readonly Case[]): void {
  it("has no credential in its recordings", () => {
    expect(findSecret(JSON.stringify(cases))).toBeNull();
  });

  for (const recorded of cases) {
    it(recorded.name, () => {
      if ("request" in recorded) {
        checkExchange(provider, action, recorded);
        checkHostileInputs(provider, action, recorded);
      } else if ("problems" in recorded) {
        const plan = action.plan(recorded.input);
        expect(plan.ok ? {} : plan.problems).toMatchObject(recorded.problems);
      } else if ("unsafe" in recorded) {
        const plan = planOf(action, recorded.input);
        expect(() => plan.request(contextOf({ files: {} }))).toThrow(UnsafeInput);
      } else {
        const response = received(recorded.response, action.responseType);
        expect(provider.refuse?.(response) ?? null).toMatchObject(recorded.refusal);
      }
    });
  }
}
