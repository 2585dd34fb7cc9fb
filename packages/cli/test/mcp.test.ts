import { newAccountId, newAgentKey } from "@clawlink/contract";
import { FakeClawLink } from "@clawlink/testing/fake-clawlink";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Terminal } from "./terminal.ts";

let clawlink: FakeClawLink;
let terminal: Terminal;
let key: string;

beforeEach(async () => {
  clawlink = await FakeClawLink.start();
  terminal = new Terminal();
  key = newAgentKey(newAccountId());
  Object.assign(terminal.env, { CLAWLINK_API_KEY: key, CLAWLINK_BASE_URL: clawlink.url });
  clawlink.answers.set("POST /api/mcp", ({ body }) => {
    if (body.id === undefined) return { status: 202, body: "" };
    const result =
      body.method === "initialize"
        ? { protocolVersion: "2025-11-25", capabilities: {}, serverInfo: { name: "clawlink", version: "1" } }
        : { tools: [{ name: "clawlink.search", inputSchema: { type: "object" } }] };
    return { body: { jsonrpc: "2.0", id: body.id, result } };
  });
});
afterEach(() => clawlink.stop());

const message = (id: number | undefined, method: string, params: object = {}) =>
  `${JSON.stringify({ jsonrpc: "2.0", ...(id === undefined ? {} : { id }), method, params })}\n`;
const hello = message(1, "initialize", {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "test", version: "1" },
});

describe("the bridge over standard input and output", () => {
  it("passes every message on with the key, and answers back, until the client goes", async () => {
    const input = hello + message(undefined, "notifications/initialized") + message(2, "tools/list");
    const { code, out } = await terminal.start(["mcp"], input).done;
    const answers = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id).sort()).toEqual([1, 2]);
    expect(answers.find(({ id }) => id === 2).result.tools).toHaveLength(1);
    expect(new Set(clawlink.seen.map((seen) => seen.key))).toEqual(new Set([key]));
    expect(new Set(clawlink.seen.map((seen) => seen.path))).toEqual(new Set(["/api/mcp?names=underscore"]));
  });

  it("waits for an answer that comes in a stream after its client has gone", async () => {
    const answer = { jsonrpc: "2.0", id: 2, result: { tools: [] } };
    clawlink.answers.set("POST /api/mcp", () => ({
      headers: { "content-type": "text/event-stream" },
      bodyAfterMs: 300,
      body: `event: message\ndata: ${JSON.stringify(answer)}\n\n`,
    }));
    const { code, out } = await terminal.start(["mcp"], message(2, "tools/list")).done;
    expect([code, JSON.parse(out)]).toEqual([0, answer]);
  });

  it("carries the session, the questions asked in it and their answers, and does not wait for what was cancelled", async () => {
    const question = { jsonrpc: "2.0", id: "q1", method: "elicitation/create", params: { message: "Go ahead?" } };
    const stream = { "content-type": "text/event-stream", "mcp-session-id": "s1" };
    clawlink.answers.set("POST /api/mcp", ({ body }) => {
      if (body.method === undefined || body.id === undefined) return { status: 202, body: "" };
      const result = {
        protocolVersion: "2025-11-25",
        capabilities: {},
        serverInfo: { name: "clawlink", version: "1" },
      };
      const message = body.method === "initialize" ? { jsonrpc: "2.0", id: body.id, result } : question;
      return { headers: stream, body: `event: message\ndata: ${JSON.stringify(message)}\n\n` };
    });
    const bridge = terminal.start(["mcp"], null);
    bridge.child.stdin.write(hello);
    await expect.poll(() => bridge.text.out).toContain('"serverInfo"');
    bridge.child.stdin.write(message(2, "tools/call"));
    await expect.poll(() => bridge.text.out).toContain('"elicitation/create"');
    bridge.child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: "q1", result: { action: "accept" } })}\n`);
    bridge.child.stdin.end(message(undefined, "notifications/cancelled", { requestId: 2 }));
    expect((await bridge.done).code).toBe(0);
    const sent = clawlink.seen.filter(({ body }) => body?.method !== "initialize");
    expect(sent.map(({ body }) => body.method ?? body.result)).toEqual([
      "tools/call",
      { action: "accept" },
      "notifications/cancelled",
    ]);
    expect(new Set(sent.map(({ headers }) => headers["mcp-session-id"]))).toEqual(new Set(["s1"]));
  }, 20_000);

  it("answers with an error when ClawLink is away, and goes on", async () => {
    await clawlink.stop();
    const { code, out } = await terminal.start(["mcp"], hello + message(2, "tools/list")).done;
    const answers = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect([code, answers.length]).toEqual([0, 2]);
    for (const answer of answers) expect(answer.error.code).toBe(-32603);
    expect(out).not.toContain(key);
    clawlink = await FakeClawLink.start();
  });

  it("writes nothing but messages to standard output, and ends with 3 without a key", async () => {
    terminal.env.CLAWLINK_API_KEY = "";
    const { code, out, err } = await terminal.start(["mcp"], hello).done;
    expect([code, out, err]).toEqual([3, "", expect.stringContaining("clawlink login")]);
  });
});
