import { expect, it } from "vitest";
import { findActions } from "../../src/catalog/find-actions.ts";

const actions = Array.from({ length: 500 }, (_, index) => ({
  id: `act_${index}`,
  tool: `great_act_${index}`,
  title: `Does <b>thing</b> ${index}`,
  description: index === 7 ? "Sends a Grüße card 🦞." : "Does it.",
  effect: "read" as const,
  idempotent: true,
  scopes: [],
  required: [],
  optional: [],
  files: [],
  tags: [],
}));
const found = (search?: string) => findActions(actions, search).map(({ id }) => id);

it("finds actions of a great app by every word of their title, name or description", () => {
  expect(found("THING great_act_499")).toEqual(["act_499"]);
  expect(found("grüße 🦞")).toEqual(["act_7"]);
  expect(found("  ")).toHaveLength(500);
  expect(found()).toHaveLength(500);
  expect(found("no such thing")).toEqual([]);
});
