import type { ExecuteAnswer, ExecuteControls } from "@clawlink/contract";
import { execute, type ToolCall } from "../src/index.ts";
import { json, type MemoryWorld, type Reply } from "../src/testing/index.ts";

export const done = json({ id: "o1", note: "hi", internal: "dropped" }, 200, { "x-request-id": "req-9" });
export const reset: Reply = () => Promise.reject(new Error("Network connection lost."));
export const refusedConnection: Reply = () => Promise.reject(new Error("connect ECONNREFUSED"));

export function run(
  { ports }: MemoryWorld,
  toolName: string,
  input: Record<string, unknown>,
  controls: Partial<ExecuteControls> = {},
  facts: Partial<Pick<ToolCall, "accountId" | "mode" | "keyHash" | "approvedExecutionId" | "signal">> = {},
) {
  const call = { accountId: "account", keyHash: "hash", mode: "direct", ...facts } as const;
  return execute(ports, { ...call, toolName, input, controls: { confirmed: true, ...controls } });
}

export const read = async (world: MemoryWorld, controls?: Partial<ExecuteControls>) =>
  (await run(world, "shop_get_order", { id: "o1" }, controls)).answer;
export const write = async (world: MemoryWorld, controls?: Partial<ExecuteControls>) =>
  (await run(world, "shop_create_order", { note: "hi" }, controls)).answer;
export const statuses = ({ account }: MemoryWorld) => [...account.rows.values()].map(({ status }) => status);
export const codeOf = (answer: ExecuteAnswer) => (answer.ok ? "ok" : answer.error.code);
