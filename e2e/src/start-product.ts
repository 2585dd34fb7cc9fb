import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Product } from "./product.ts";

const root = join(import.meta.dirname, "../..");
/** The first of this run's own ports, below those that systems hand out to anybody (32,768 and up). */
export const firstPort = Number(process.env.CLAWLINK_E2E_PORT ?? 20_000 + (process.pid % 500) * 20);

/** Starts the whole product the way a person does, on ports and a state folder of its own; `stop` ends all of it. */
export async function startProduct({
  billing = false,
}: {
  billing?: boolean;
} = {}): Promise<{ product: Product; stop: () => Promise<void> }> {
  const port = firstPort + (billing ? 40 : 0);
  const state = await mkdtemp(join(tmpdir(), "clawlink-e2e-"));
  const child = spawn("node", ["scripts/start.ts", "--state", state], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      CLAWLINK_WEB_PORT: String(port),
      CLAWLINK_API_PORT: String(port + 1),
      CLAWLINK_EMULATORS_PORT: String(port + 10),
      ...(billing && { CLAWLINK_BILLING: "emulated" }),
    },
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  const ready: unknown = JSON.parse(await whenReady(child, join(state, "ready.json")));
  return { product: Product.parse({ ...Object(ready), state }), stop };
}

async function whenReady(child: ChildProcess, file: string): Promise<string> {
  for (;;) {
    // A file can be seen a moment before what is in it.
    const text = existsSync(file) ? await readFile(file, "utf8") : "";
    if (text !== "") return text;
    if (child.exitCode !== null) throw new Error("ClawLink did not start; its own output says why.");
    await sleep(100);
  }
}
