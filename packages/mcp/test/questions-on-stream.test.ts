import { describe, expect, it } from "vitest";
import type { Answered, Asker } from "../src/index.ts";
import { ran, refused } from "./answers.ts";
import { connect, scriptedHost } from "./world.ts";

const call = {
  name: "clawlink.execute",
  arguments: { integration_id: "shop", action_id: "create_order", input: { note: "hi" } },
};
const careful = () =>
  scriptedHost(({ body }) => (body?.confirmed === true ? ran({ id: "o1" }) : refused("confirmation_required")));

/** Asks a client under the id "q1"; what its person says is decided here, since answers come by another way. */
function askerThatHears(answered: Answered): Asker {
  return {
    async ask({ put, withdraw }) {
      await put("q1");
      if (answered === "unanswered") await withdraw("q1");
      return answered;
    },
  };
}

async function asked(answered: Answered) {
  const host = careful();
  const client = await connect(host, {
    capabilities: { elicitation: {} },
    settings: { asker: askerThatHears(answered) },
  });
  const questions: unknown[] = [];
  const withdrawn: AbortSignal[] = [];
  client.setRequestHandler("elicitation/create", ({ params }, { mcpReq }) => {
    questions.push(params.message);
    withdrawn.push(mcpReq.signal);
    return new Promise(() => undefined);
  });
  const result = await client.callTool(call);
  return { host, questions, withdrawn, result, text: JSON.stringify(result.content) };
}

describe("a question on the stream of a call", () => {
  it("shows the arguments, and its call goes on when the person accepts", async () => {
    const { host, questions, result } = await asked("accept");
    expect(questions).toEqual([expect.stringContaining('"note": "hi"')]);
    expect(result.structuredContent).toMatchObject({ status: "succeeded" });
    expect(host.asked.map(({ body }) => body?.confirmed)).toEqual([undefined, true]);
  });

  it.each([
    ["decline", "did not agree"],
    ["cancel", "when they agree, repeat this call with confirm: true"],
    ["unable", "confirm: true"],
    ["unanswered", "did not answer in time"],
  ] as const)("ends the call with what to do next on %s", async (answered, says) => {
    const { host, result, text } = await asked(answered);
    expect(result.isError).toBe(true);
    expect(text).toContain(says);
    expect(host.asked.map(({ body }) => body?.confirmed)).toEqual([undefined]);
  });

  it("is taken back from the client when nobody answers", async () => {
    const { withdrawn } = await asked("unanswered");
    expect(withdrawn.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it("is not put to a client of 2026-07-28, which is asked between two rounds", async () => {
    const client = await connect(careful(), {
      versionNegotiation: { mode: { pin: "2026-07-28" } },
      capabilities: { elicitation: {} },
      settings: { asker: { ask: () => Promise.reject(new Error("asked on the stream")) } },
    });
    client.setRequestHandler("elicitation/create", () => ({ action: "accept", content: {} }));
    expect((await client.callTool(call)).structuredContent).toMatchObject({ status: "succeeded" });
  });

  it("lets progress say who is waited for, counting on", async () => {
    const told: [number, string | undefined][] = [];
    const heard = Promise.withResolvers<void>();
    const asker: Asker = { ask: async () => heard.promise.then(() => "accept" as const) };
    const client = await connect(careful(), { settings: { asker, progressEveryMs: 5 } });
    await client.callTool(call, {
      onprogress: ({ progress, message }) => {
        told.push([progress, message]);
        if (told.length === 3) heard.resolve();
      },
    });
    const waiting = "Waiting for the person to answer.";
    expect(told.slice(0, 3)).toEqual([
      [1, waiting],
      [2, waiting],
      [3, waiting],
    ]);
  });
});
