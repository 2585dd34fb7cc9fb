import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { logTail } from "./log-tail.ts";
import { root } from "./options.ts";

interface Command {
  readonly command: readonly string[];
  /** Where its output goes; nothing is read from the terminal. */
  readonly log: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Takes what it prints to stdout instead of the log, because it may be secret. */
  readonly onOutput?: (text: string) => void;
}

/** Every process one instance starts, each the leader of its own group, so that stopping takes their children along. */
export class Children {
  readonly #running = new Set<ChildProcess>();
  /** Rejects, with the end of its log, when a process ends that should not. */
  readonly failure: Promise<never>;
  readonly #fail: (error: Error) => void;

  constructor() {
    const { promise, reject } = Promise.withResolvers<never>();
    this.failure = promise;
    this.#fail = reject;
    this.failure.catch(() => undefined);
  }

  /** Starts a process that is to run until it is stopped, or killed by what this answers with: it and its children, at once. */
  start(name: string, command: Command): () => Promise<void> {
    const { child, ended } = this.#spawn(command);
    let killed = false;
    void ended.then(async (how) => {
      if (killed) return;
      this.#fail(new Error(`${name} stopped (${how}):\n${await logTail(command.log)}\n(all of it in ${command.log})`));
    });
    return async () => {
      killed = true;
      while (child.pid !== undefined && signal(child.pid, "SIGKILL")) await sleep(10);
      this.#running.delete(child);
    };
  }

  /** Runs a command to its end; throws with the end of its log when it fails. */
  async run(command: Command): Promise<void> {
    const { child, ended } = this.#spawn(command);
    const how = await ended;
    this.#running.delete(child);
    if (how === "exit code 0") return;
    const text = `${command.command.join(" ")} failed (${how}):\n${await logTail(command.log)}`;
    throw new Error(`${text}\n(all of it in ${command.log})`);
  }

  /** Ends every process group: asks first, and after five seconds does not. */
  async stop(): Promise<void> {
    const groups = [...this.#running].map((child) => child.pid).filter((pid) => pid !== undefined);
    for (const group of groups) signal(group, "SIGTERM");
    const deadline = Date.now() + 5000;
    while (groups.some((group) => signal(group, 0)) && Date.now() < deadline) await sleep(50);
    for (const group of groups) signal(group, "SIGKILL");
  }

  #spawn({ command, log, env, onOutput }: Command): { child: ChildProcess; ended: Promise<string> } {
    const [program = "", ...rest] = command;
    const output = openSync(log, "w", 0o600);
    const stdio = ["ignore", onOutput ? "pipe" : output, output] as const;
    const child = spawn(program, rest, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: [...stdio],
      detached: true,
    });
    closeSync(output);
    if (onOutput) child.stdout?.setEncoding("utf8").on("data", onOutput);
    this.#running.add(child);
    const ended = new Promise<string>((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("exit", (code, name) => resolve(name ? `signal ${name}` : `exit code ${code}`));
    });
    return { child, ended };
  }
}

/** Whether the process group was there to be signalled; its leader may be gone and its children not. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, name);
    return true;
  } catch {
    return false;
  }
}
