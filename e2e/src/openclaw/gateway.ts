import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";

const Invoked = z.object({
  ok: z.literal(true),
  result: z.object({ content: z.array(z.object({ text: z.string() })), details: z.unknown() }),
});

/** The real OpenClaw in a throwaway home: its commands, and its gateway on loopback. */
export class Gateway {
  readonly #bin: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #token = randomBytes(24).toString("hex");
  readonly #port: number;
  #child: ChildProcess | null = null;

  constructor(bin: string, home: string, port: number) {
    this.#bin = bin;
    this.#port = port;
    this.#env = {
      ...process.env,
      HOME: home,
      OPENCLAW_STATE_DIR: join(home, ".openclaw"),
      OPENCLAW_NO_AUTO_UPDATE: "1",
    };
  }

  /** Writes the gateway's configuration: loopback alone, a token of its own. */
  async configure(): Promise<void> {
    const folder = this.#env.OPENCLAW_STATE_DIR ?? "";
    await mkdir(folder, { recursive: true });
    const gateway = {
      mode: "local",
      bind: "loopback",
      port: this.#port,
      auth: { mode: "token", token: this.#token },
      controlUi: { enabled: false },
    };
    await writeFile(join(folder, "openclaw.json"), JSON.stringify({ gateway }), { mode: 0o600 });
  }

  /** Runs one `openclaw` command to its end; its standard output. */
  async run(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(this.#bin, args, { env: this.#env, timeout: 180_000, maxBuffer: 1e7 });
    return stdout;
  }

  /** `openclaw mcp login`: `allow` is given the address to open, and lets OpenClaw in there. */
  async login(server: string, allow: (address: string) => Promise<void>): Promise<void> {
    const child = spawn(this.#bin, ["mcp", "login", server], { env: this.#env, stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(child, "exit");
    let output = "";
    for await (const chunk of child.stdout) {
      const before = output;
      output += chunk;
      const [address] = /https?:\/\/\S+\/oauth\/authorize\?\S+(?=\s)/.exec(output) ?? [];
      if (address && !before.includes(address)) await allow(address);
    }
    const [code] = await ended;
    if (code !== 0) throw new Error(`openclaw mcp login ended with ${code}: ${output.slice(-500)}`);
  }

  /** Starts the gateway and waits until it answers; its output goes to the console only with CLAWLINK_VERBOSE. */
  async start(): Promise<void> {
    const output = process.env.CLAWLINK_VERBOSE ? "inherit" : "ignore";
    const child = spawn(this.#bin, ["gateway", "run", "--port", String(this.#port)], {
      env: this.#env,
      stdio: ["ignore", output, output],
    });
    this.#child = child;
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if (child.exitCode !== null) throw new Error("The gateway ended; CLAWLINK_VERBOSE=1 shows why.");
      const answer = await fetch(`${this.#url}/healthz`).catch(() => null);
      if (answer?.ok) return;
      await sleep(200);
    }
    throw new Error("The gateway never answered.");
  }

  /** Calls a tool through `POST /tools/invoke`, as programs do. */
  async invoke(tool: string, args: object = {}): Promise<{ text: string; details: unknown }> {
    const response = await fetch(`${this.#url}/tools/invoke`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.#token}`, "content-type": "application/json" },
      body: JSON.stringify({ tool, args }),
    });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${tool}: ${response.status} ${JSON.stringify(body)}`);
    const { result } = Invoked.parse(body);
    return { text: result.content.map(({ text }) => text).join("\n"), details: result.details };
  }

  async stop(): Promise<void> {
    if (!this.#child || this.#child.exitCode !== null) return;
    this.#child.kill("SIGTERM");
    await once(this.#child, "exit");
  }

  get #url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }
}
