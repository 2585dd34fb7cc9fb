import { env } from "cloudflare:workers";
import { LogDetail } from "@clawlink/contract";
import { openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { describe, expect, it } from "vitest";
import { getExecution } from "../../src/usage/get-execution.ts";
import { makeExecution } from "../make-execution.ts";

const database = openDatabase(env.DB);

describe("getExecution", () => {
  it("tells the whole of a call", async () => {
    const ada = await makeUser(database);
    const attemptLog = ([429, "no_answer", "timeout"] as const).map((outcome) => ({
      waitedMs: 20,
      tookMs: 5,
      outcome,
    }));
    const { id } = await makeExecution(database, ada.id, {
      input: { to: "bob@example.com" },
      output: null,
      status: "failed",
      errorCode: "provider_timeout",
      errorType: "network",
      errorMessage: "Too slow.",
      attempts: 3,
      attemptLog,
      pacedMs: 40,
      finishedAt: new Date("2026-11-20T10:00:01.000Z"),
    });
    const call = await getExecution(database, { userId: ada.id }, id);
    expect(LogDetail.parse(call)).toEqual(call);
    expect(call).toMatchObject({
      success: false,
      input: { to: "bob@example.com" },
      output: null,
      errorCode: "provider_timeout",
      attempts: 3,
      attemptLog,
      finishedAt: "2026-11-20T10:00:01.000Z",
    });
  });

  it("does not tell another person's call", async () => {
    const [ada, bob] = [await makeUser(database), await makeUser(database)];
    const { id } = await makeExecution(database, ada.id);
    expect(await getExecution(database, { userId: bob.id }, id)).toBeNull();
    expect(await getExecution(database, "everybody", id)).toMatchObject({ id });
  });
});
