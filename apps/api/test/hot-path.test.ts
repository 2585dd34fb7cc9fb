import { sha256Hex } from "@clawlink/contract";
import { execute } from "@clawlink/engine";
import { describe, expect, it } from "vitest";
import { makeDeps, makePorts } from "../src/deps.ts";
import { testEnv } from "./test-env.ts";
import { watchBindings } from "./watch-bindings.ts";
import { connectOAuth, makePerson, type Person } from "./world.ts";

/** The binding calls of as many executes at once, in order, those after their answers included. */
async function callsOf(person: Person, toolName: string, input: Record<string, unknown>, times = 1): Promise<string[]> {
  const { bindings, calls } = watchBindings(testEnv);
  const after: Promise<unknown>[] = [];
  const keyHash = await sha256Hex(person.key);
  const deps = await makeDeps(bindings, (work) => after.push(work));
  const run = () =>
    execute(makePorts(deps, keyHash), {
      accountId: person.userId,
      keyHash,
      toolName,
      input,
      controls: { confirmed: true },
      mode: "direct",
    });
  for (const { answer } of await Promise.all(Array.from({ length: times }, run))) expect(answer.ok).toBe(true);
  await Promise.all(after);
  return calls;
}

describe("the hot path", () => {
  it("of a read is one hop to the cell before the call and one after it, no D1 and no KV", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    const calls = await callsOf(person, "github_list_my_repositories", {});
    expect(calls).toEqual(["cell.begin", "cell.finish"]);
  });

  it("of ten reads at once is one hop each, and fewer for the ends of them all", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    const calls = await callsOf(person, "github_list_my_repositories", {}, 10);
    const [begins, ends] = ["cell.begin", "cell.finish"].map((name) => calls.filter((one) => one === name).length);
    expect([begins, (begins ?? 0) + (ends ?? 0)]).toEqual([10, calls.length]);
    expect(ends).toBeLessThan(10);
  });

  it("of a write is the same two hops, the second awaited", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    const calls = await callsOf(person, "github_create_issue", {
      owner: "workspace-owner",
      repo: "website",
      title: "Counted",
    });
    expect(calls).toEqual(["cell.begin", "cell.finish"]);
  });
});
