import { execFileSync } from "node:child_process";
import { LogDetail } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { writeCurl } from "../../src/usage/write-curl.ts";

const call = (facts: object = {}): LogDetail =>
  LogDetail.parse({
    id: "exec_1",
    integration: "google-calendar",
    action: "create_event",
    success: true,
    status: "succeeded",
    latencyMs: 10,
    errorMessage: null,
    device: null,
    createdAt: "2026-11-20T10:00:00.000Z",
    mode: "direct",
    effect: "write",
    connectionId: 7,
    errorType: null,
    errorCode: null,
    attempts: 1,
    attemptLog: null,
    pacedMs: 0,
    providerRequestId: null,
    input: { title: "It's $HOME; `id`\n\\ 😀" },
    output: null,
    finishedAt: null,
    ...facts,
  });

/** What a shell makes of a command, with a program in place of curl that prints its arguments. */
function run(command: string): string[] {
  const script = `curl() { for each in "$@"; do printf '%s\\0' "$each"; done; }\n${command}`;
  const env = { ...process.env, CLAWLINK_API_KEY: "the key" };
  return execFileSync("sh", ["-c", script], { encoding: "utf8", env }).split("\0").slice(0, -1);
}

describe("writeCurl", () => {
  it("gives a shell the same call, whatever its input holds, and does not say that a person has agreed", () => {
    const command = writeCurl(call(), "https://claw.example") ?? "";
    const body = JSON.stringify({ arguments: { title: "It's $HOME; `id`\n\\ 😀" }, connectionId: 7 });
    expect(run(command)).toEqual([
      "-X",
      "POST",
      "https://claw.example/api/tools/google_calendar_create_event/execute",
      "-H",
      "x-clawlink-api-key: the key",
      "-H",
      "content-type: application/json",
      "--data-raw",
      body,
    ]);
  });

  it("previews what was a preview", () => {
    expect(writeCurl(call({ mode: "preview" }), "https://claw.example")).toContain("/preview'");
  });

  it("gives nothing where the input was too large to record or no app was found", () => {
    const input = { clawlink_record: "truncated", size_bytes: 20_000, beginning: "{" };
    expect(writeCurl(call({ input }), "https://claw.example")).toBeNull();
    expect(writeCurl(call({ integration: null }), "https://claw.example")).toBeNull();
  });
});
