import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";

const main = join(import.meta.dirname, "../src/emulators-main.ts");
let state: string;
beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), "emulators-"));
});
afterAll(() => rm(state, { recursive: true }));

async function run(use: (line: string) => Promise<void>): Promise<number | null> {
  const args = [main, "--state", state, "--port", "0", "--redirect-origin", "http://127.0.0.1:41198/"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  try {
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    await use(String(line));
  } finally {
    child.kill("SIGTERM");
  }
  const [code] = await ended;
  return code;
}

it("says on one line where everything is, stops when told to, and keeps its secrets", { timeout: 20_000 }, async () => {
  const file = join(state, "emulators.json");
  let stripe = "";
  const first = await run(async (line) => {
    const ready = JSON.parse(line);
    expect(ready.ready).toBe(true);
    stripe = ready.keys.stripe;
    const answer = await fetch(`${ready.origins["https://api.stripe.com"].origin}/v1/customers`, {
      headers: { authorization: `Bearer ${stripe}` },
    });
    expect(answer.status).toBe(200);
  });
  expect(first).toBe(0);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const kept = await readFile(file, "utf8");
  await run(async (line) => expect(JSON.parse(line).keys.stripe).toBe(stripe));
  expect(await readFile(file, "utf8")).toBe(kept);
});
