import { env } from "cloudflare:workers";
import { LogQuery } from "@clawlink/contract";
import { openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { describe, expect, it } from "vitest";
import { type ExecutionRow, writeExecutions } from "../../src/execution/write-executions.ts";
import { type ExportFormat, exportCalls } from "../../src/usage/export-calls.ts";
import { listOwners } from "../../src/usage/list-owners.ts";
import { makeExecution } from "../make-execution.ts";

const database = openDatabase(env.DB);

async function person() {
  const { id, email } = await makeUser(database);
  const file = async (format: ExportFormat, query: object = {}, limit = 100) => {
    const wanted = { ...LogQuery.parse(query), limit };
    let text = "";
    for await (const piece of exportCalls(database, { userId: id }, wanted, format)) text += piece;
    return text;
  };
  return { id, email, file };
}

describe("exportCalls", () => {
  it("writes one person's matching calls as a JSON object a line, newest first, and nobody else's", async () => {
    const [ada, bob] = [await person(), await person()];
    const first = await makeExecution(database, ada.id, { createdAt: new Date("2026-11-20T10:00:00.000Z") });
    const second = await makeExecution(database, ada.id, {
      createdAt: new Date("2026-11-20T11:00:00.000Z"),
      status: "failed",
      errorCode: "rate_limited",
    });
    await makeExecution(database, bob.id);
    const lines = (await ada.file("ndjson")).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ id: second.id, status: "failed", errorCode: "rate_limited" }),
      expect.objectContaining({ id: first.id, status: "succeeded", latencyMs: 100, integration: "gmail" }),
    ]);
    expect((await ada.file("ndjson", { status: "failed" })).trim().split("\n")).toHaveLength(1);
  });

  it("writes CSV that a spreadsheet neither runs nor tears apart", async () => {
    const ada = await person();
    await makeExecution(database, ada.id, {
      device: '=HYPERLINK("https://evil.example")',
      errorMessage: 'Said "no",\r\nthen left',
      action: " @SUM(1)",
      status: "failed",
    });
    const text = await ada.file("csv");
    expect(text.split("\r\n")[0]).toBe(
      '"id","createdAt","integration","action","status","errorCode","errorMessage","latencyMs","device","connectionId"',
    );
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(text).toContain(`"' @SUM(1)"`);
    expect(text).toContain('"Said ""no"",\r\nthen left"');
  });

  it("goes on past one query's rows, and leaves none out and none twice", async () => {
    const ada = await person();
    const rows = Array.from(
      { length: 750 },
      (_, index): ExecutionRow => ({
        ...{
          id: `exec_${ada.id}_${index}`,
          userId: ada.id,
          integration: "gmail",
          action: "send_email",
          mode: "direct",
        },
        ...{ status: "succeeded", createdAt: new Date("2026-11-20T10:00:00.000Z") },
      }),
    );
    for (const statement of writeExecutions(database, rows)) await statement;
    const lines = (await ada.file("ndjson", {}, 20_000)).trim().split("\n");
    const ids = lines.map((line): { id: string } => JSON.parse(line)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });

  it("ends where it is full and says where the next file starts, so that both hold every call once", async () => {
    const ada = await person();
    const made = [];
    for (let number = 0; number < 5; number += 1) made.push(await makeExecution(database, ada.id));
    const first = (await ada.file("ndjson", {}, 3))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { nextCursor } = first.pop();
    const second = (await ada.file("ndjson", { cursor: nextCursor }, 3))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect([first.length, second.length]).toEqual([3, 2]);
    expect([...first, ...second].map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    expect((await ada.file("csv", {}, 3)).trimEnd().split("\r\n").at(-1)).toContain(`cursor=${nextCursor}`);
  });

  it("refuses a cursor that is none of ours", async () => {
    const ada = await person();
    await expect(ada.file("csv", { cursor: "sideways" })).rejects.toMatchObject({ code: "bad_request" });
  });
});

describe("listOwners", () => {
  it("names who made each call", async () => {
    const [ada, bob] = [await person(), await person()];
    const [mine, theirs] = [await makeExecution(database, ada.id), await makeExecution(database, bob.id)];
    const owners = await listOwners(database, [mine.id, theirs.id, "exec_nothing"]);
    expect(Object.fromEntries(owners)).toEqual({ [mine.id]: ada.email, [theirs.id]: bob.email });
  });
});
