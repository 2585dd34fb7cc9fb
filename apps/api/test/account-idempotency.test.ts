import type { ExecuteAnswer } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { Idempotency } from "../src/account/idempotency.ts";
import { cell, minute, sql } from "./cell-world.ts";
import { makePerson } from "./world.ts";

describe("an idempotency key's first answer", () => {
  const answerWith = (data: unknown): ExecuteAnswer => {
    const time = new Date().toISOString();
    return {
      ok: true,
      toolName: "a_b",
      integration: "a",
      connectionId: null,
      mode: "direct",
      tool: { name: "a_b", integration: "a" },
      args: { big: "x" },
      data,
      result: data,
      requiresConfirmation: false,
      policyReason: null,
      meta: { startedAt: time, endedAt: time, durationMs: 0, requestId: "exe_1", attempts: 1, pacedMs: 0 },
      canonical: {
        execution_id: "exe_1",
        status: "succeeded",
        integration_id: "a",
        action_id: "b",
        started_at: time,
        finished_at: time,
        output: data,
        display: { title: "t", summary: "s" },
      },
    };
  };

  it("is kept exactly, up to more than a megabyte; of a larger one all but the data", async () => {
    const person = await makePerson();
    await cell(person).connection(1);
    const replay = (data: unknown) =>
      sql(person, (storage) => {
        const idempotency = new Idempotency(storage);
        const key = crypto.randomUUID();
        idempotency.claim(key, "f", 0);
        idempotency.settle(key, answerWith(data));
        return idempotency.claim(key, "f", 1);
      });
    for (const data of [{ a: [1, null, "é"] }, null, "x".repeat(1_400_000)])
      expect(await replay(data)).toMatchObject({
        kind: "replay",
        answer: { data, result: data, canonical: { output: data } },
      });
    expect(await replay("é".repeat(3_000_000))).toMatchObject({
      kind: "replay",
      answer: { ok: true, data: { clawlink_result: "not_kept", execution_id: "exe_1" } },
    });
  });

  it("is forgotten after a day", async () => {
    const person = await makePerson();
    await cell(person).connection(1);
    const day = 24 * 60 * minute;
    const kinds = await sql(person, (storage) => {
      const idempotency = new Idempotency(storage);
      idempotency.claim("k", "f", 1);
      idempotency.settle("k", answerWith(1));
      const within = idempotency.claim("k", "f", day).kind;
      const after = idempotency.claim("k", "f", day + 1).kind;
      idempotency.prune(3 * day);
      return [within, after, idempotency.empty];
    });
    expect(kinds).toEqual(["replay", "first", true]);
  });
});
