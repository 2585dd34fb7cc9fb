import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { press } from "../press.ts";
import type { Verdict } from "./judge-suite.ts";
import { type Ran, run } from "./run-suite.ts";

const suite = "inspector 2.12.0";
const patienceMs = 120_000;

/** How the inspector's command line lists the tools and calls one. */
const asks = [
  { method: "tools/list", options: [], expected: "clawlink.execute" },
  { method: "tools/call", options: ["--tool-name", "clawlink.whoami"], expected: "user_id" },
] as const;

function verdict(scenario: string, expected: string, { output }: Ran, secret: string): Verdict {
  const found = output.includes(expected);
  const reason = found ? `answered with ${expected}` : output.trim().replaceAll(secret, "[credential]").slice(-300);
  return { suite, scenario, how: found ? "passed" : "missed", reason };
}

/** Whether the inspector's command line lists the tools and calls one, authenticated by `header`. */
export async function judgeInspectorWithKey(
  command: readonly string[],
  url: string,
  header: string,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { method, options, expected } of asks) {
    const server = ["--cli", url, "--transport", "http", "--header", header, "--method", method, ...options];
    verdicts.push(verdict(`${method} with a key`, expected, await run([...command, ...server], patienceMs), header));
  }
  return verdicts;
}

/** Whether it signs in by its own OAuth flow, the person allowing it in the browser, and then goes on with what it has kept. */
export async function judgeInspectorByOAuth(
  command: readonly string[],
  url: string,
  page: Page,
  port: number,
): Promise<Verdict[]> {
  const storage = await mkdtemp(join(tmpdir(), "clawlink-inspector-"));
  // It asks for a terminal or for leave to open a browser, and keeps tokens in the system's keychain unless told otherwise.
  const kept = {
    MCP_STORAGE_DIR: storage,
    MCP_INSPECTOR_SECRET_STORE: "file",
    MCP_INSPECTOR_SECRET_FILE: join(storage, "secrets"),
  };
  const env = { ...kept, MCP_AUTO_OPEN_ENABLED: "true", BROWSER: "true" };
  const verdicts: Verdict[] = [];
  try {
    const consent = Promise.withResolvers<string>();
    for (const [index, { method, options, expected }] of asks.entries()) {
      const how = index === 0 ? ["--callback-url", `http://127.0.0.1:${port}/oauth/callback`] : ["--stored-auth-only"];
      const server = ["--cli", url, "--transport", "http", ...how, "--method", method, ...options];
      const watch = (output: string) => {
        const [address] = /https?:\/\/\S+\/oauth\/authorize\?\S+/.exec(output) ?? [];
        if (address) consent.resolve(address);
      };
      const ran = run([...command, ...server], patienceMs, watch, env);
      const asked = index === 0 ? await Promise.race([consent.promise, ran]) : null;
      if (typeof asked === "string") {
        await page.goto(asked);
        await press(page.getByRole("button", { name: "Allow" }));
      }
      verdicts.push(verdict(`${method} through its own OAuth`, expected, await ran, "\u0000"));
    }
    return verdicts;
  } finally {
    await rm(storage, { recursive: true, force: true });
  }
}
