import { describe, expect, it } from "vitest";
import { ran, refused } from "./answers.ts";
import { connect, newest, scriptedHost } from "./world.ts";

const call = {
  name: "clawlink.execute",
  arguments: { integration_id: "shop", action_id: "create_order", input: { note: "hi" } },
};
/** Endpoints that want a confirmation before they run anything. */
const careful = () =>
  scriptedHost(({ body }) => (body?.confirmed === true ? ran({ id: "o1" }) : refused("confirmation_required")));

async function asking(answer: { action: "accept" | "decline" | "cancel"; content?: Record<string, string> }) {
  const host = careful();
  const client = await connect(host, { ...newest, capabilities: { elicitation: { form: {} } } });
  const questions: string[] = [];
  client.setRequestHandler("elicitation/create", ({ params }) => {
    questions.push(params.message);
    return answer;
  });
  return { host, questions, result: await client.callTool(call) };
}

describe("a call that needs to be confirmed", () => {
  it("is put to the person by a client that can ask, with its arguments, and runs when they accept", async () => {
    const { host, questions, result } = await asking({ action: "accept", content: {} });
    expect(questions).toEqual([expect.stringContaining('"note": "hi"')]);
    expect(result.structuredContent).toMatchObject({ status: "succeeded" });
    expect(host.asked.map(({ body }) => body?.confirmed)).toEqual([undefined, true]);
  });

  it("says how much of long arguments is not shown, and shows characters that would hide or turn the rest", async () => {
    const client = await connect(careful(), { ...newest, capabilities: { elicitation: { form: {} } } });
    const questions: string[] = [];
    client.setRequestHandler("elicitation/create", ({ params }) => {
      questions.push(params.message);
      return { action: "decline" };
    });
    for (const note of ["x".repeat(3_000), "pay \u202e1 to\u0085 \u200bme"])
      await client.callTool({ ...call, arguments: { ...call.arguments, input: { note } } });
    expect(questions).toEqual([
      expect.stringMatching(/^[^…]{1500,1600}… and 15\d\d characters more$/),
      expect.stringContaining("pay \\u202e1 to\\u0085 \\u200bme"),
    ]);
  });

  it.each([
    ["decline", "did not agree, so nothing was done. Do not repeat this call"],
    ["cancel", "when they agree, repeat this call with confirm: true"],
  ] as const)(
    "does not run when they %s: a model is told not to insist on what was refused, and to ask itself where nobody decided",
    async (action, says) => {
      const { host, result } = await asking({ action });
      expect(result.isError).toBe(true);
      expect(JSON.stringify(result.content)).toContain(says);
      expect(host.asked.filter(({ body }) => body?.confirmed === true)).toEqual([]);
    },
  );

  it.each([
    ["2026-07-28", newest],
    ["a handshake", {}],
  ] as const)("asks for the flag where the client cannot ask its person (%s)", async (_revision, options) => {
    const result = await (await connect(careful(), options)).callTool(call);
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toContain("confirm: true");
  });

  it("that waits for a person in the dashboard is never put to the client's person instead", async () => {
    const url = "https://web.example/dashboard/approvals/exe_9";
    const pending = { execution_id: "exe_9", status: "pending_approval" as const, approval_url: url };
    const host = scriptedHost(() => refused("confirmation_required", {}, pending));
    const client = await connect(host, { ...newest, capabilities: { elicitation: { form: {} } } });
    const result = await client.callTool(call);
    expect(JSON.stringify(result.content)).toContain(url);
    expect(JSON.stringify(result.content)).toContain("exe_9");
  });
});
