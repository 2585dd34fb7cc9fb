import { expect, it } from "vitest";
import { ClientShare } from "../src/client-share.ts";

it("leaves accounts alone while there is enough for all of them", () => {
  const client = new ClientShare();
  expect(client.share("a", 30, 100, 0)).toBeNull();
  expect(client.share("b", 40, 100, 100)).toBeNull();
});

it("divides a scarce limit by demand, and all shares together stay below it", () => {
  const client = new ClientShare();
  const demands = { a: 100, b: 50, c: 50 };
  let shares: (number | null)[] = [];
  for (const now of [0, 1_000])
    shares = Object.entries(demands).map(([id, demand]) => client.share(id, demand, 100, now));
  expect(shares).toEqual([40, 20, 20]);
});

it("gives everybody something, and what somebody who went away had", () => {
  const client = new ClientShare();
  client.share("greedy", 1_000, 10, 0);
  expect(client.share("late", 0, 10, 100)).toBe(1);
  expect(client.share("late", 5, 10, 4_000)).toBeNull();
});
