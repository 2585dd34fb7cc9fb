import { type AccessPolicy, openPolicy } from "@clawlink/contract";
import { expect, it } from "vitest";
import { policySentence } from "../../src/keys/policy-sentence.ts";

const choices = {
  apps: [
    { value: "gmail", label: "Gmail" },
    { value: "github", label: "GitHub" },
  ],
  connections: [{ value: "7", label: "Gmail · work" }],
};
const say = (change: Partial<AccessPolicy>) => policySentence({ ...openPolicy, ...change }, choices);

it("says of every policy what it lets a key do and who confirms", () => {
  expect(say({})).toBe(
    "It may do everything the apps allow in all your apps, including those you connect later. It can write once it says that you agreed.",
  );
  expect(say({ apps: ["gmail", "github"], maxEffect: "write", confirmation: "human" })).toBe(
    "It may read and write, but not delete, in Gmail and GitHub. Each write waits until you approve it here.",
  );
  expect(say({ apps: ["gmail"], connections: [7], maxEffect: "delete", confirmation: "none" })).toBe(
    "It may read, write and delete, but not administer, in Gmail, using only Gmail · work. It can write without asking anyone.",
  );
});

it("says nothing of writes of a key that cannot write, and counts what is too much to name", () => {
  expect(say({ maxEffect: "read", confirmation: "none", connections: [1, 2, 3, 4] })).toBe(
    "It may only read in all your apps, including those you connect later, using only 4 chosen accounts.",
  );
});
