import { type ErrorCode, unwrap } from "@clawlink/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { doors } from "./agent-doors.ts";
import { usage } from "./calls.ts";
import { executionWalks, type Scene, type Walk } from "./execution-walks.ts";
import { naiveAgent, type Surroundings } from "./naive-agent.ts";
import { plainWalks } from "./plain-walks.ts";
import { anotherKey, connectByForm, makePerson, rpc } from "./world.ts";

const nobody: Surroundings = {
  askPerson: async (request) => {
    throw new Error(`Nobody was to be asked: ${request}`);
  },
  wait: async () => undefined,
};
const cameTrue = /"status":"succeeded"| ran\. What follows/;

/** Lets the agent loose on a wish, through one door; answers with what it read. */
async function walk(door: keyof typeof doors, { person, wish, ...surroundings }: Scene): Promise<string[]> {
  return naiveAgent(await doors[door](person), wish, { ...nobody, ...surroundings });
}

const walks: Readonly<Record<ErrorCode, Walk>> = { ...executionWalks, ...plainWalks };
const all = Object.entries(walks);
const recoverable = all.flatMap(([code, one]) => ("scene" in one && !("tells" in one) ? [{ code, ...one }] : []));
const forPeople = all.flatMap(([code, one]) => ("tells" in one ? [{ code, ...one }] : []));
const outside = all.flatMap(([code, one]) => ("steps" in one ? [{ code, ...one }] : []));

afterEach(() => vi.unstubAllGlobals());

const ways = ["MCP", "the structured content of MCP", "the OpenClaw plugin"] as const;

describe.each(ways)("by what it reads through %s alone, an agent", (door) => {
  it.each(recoverable)("comes from $code to success", async ({ code, scene, unrecorded }) => {
    const set = await scene();
    const read = await walk(door, set);
    expect(read.length, read.join("\n\n")).toBeGreaterThan(1);
    expect(read.at(-1), read.join("\n\n")).toMatch(cameTrue);
    const met = (await usage(set.person)).map(({ errorCode }) => errorCode);
    expect(met).toEqual(unrecorded ? expect.not.arrayContaining([code]) : expect.arrayContaining([code]));
  });

  it.each(forPeople)("knows after $code which person has to do what, and where", async ({ code, scene, tells }) => {
    const set = await scene();
    const [first] = await walk(door, { ...set, askPerson: async () => undefined });
    expect(first).toMatch(tells);
    expect((await usage(set.person))[0]).toMatchObject({ errorCode: code });
  });

  it("sends the person to the page where a call waits for them, and learns the outcome", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const careful = await anotherKey(person, { confirmation: "human" });
    const askPerson = async (request: string) => {
      const id = /approvals\/(\S+)$/.exec(request)?.[1] ?? "";
      unwrap(await rpc.decideExecution(person.userId, id, "approve"));
    };
    const input = { email: "ann@example.com" };
    const wish = { integration: "stripe", action: "create_customer", input, confirmed: true, idempotencyKey: "one" };
    const read = await walk(door, { person: careful, wish, askPerson });
    expect(read.length, read.join("\n\n")).toBeGreaterThan(1);
    expect(read.at(-1), read.join("\n\n")).toMatch(cameTrue);
  });
});

describe("by the words of an endpoint's answer, an agent", () => {
  it.each(outside)("comes from $code to success", async ({ steps }) => {
    await steps();
  });
});
