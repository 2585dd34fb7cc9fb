import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const program = join(import.meta.dirname, "../dist/clawlink.js");

const homes: string[] = [];
afterAll(() => Promise.all(homes.map((home) => rm(home, { recursive: true, force: true }))));

/** What a command did. */
export interface Done {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A person's machine: a home of its own, in which the built program is run. */
export class Terminal {
  readonly home = mkdtempSync(join(tmpdir(), "clawlink-cli-"));
  readonly env: Record<string, string> = {};

  constructor() {
    homes.push(this.home);
  }

  path(...parts: string[]): string {
    return join(this.home, ...parts);
  }

  /** Starts a command; `input` is its whole standard input. */
  start(args: readonly string[], input: string | null = "") {
    const child = spawn(process.execPath, [program, ...args], {
      env: { PATH: process.env.PATH ?? "", HOME: this.home, NO_COLOR: "1", ...this.env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const text = { out: "", err: "" };
    child.stdout.on("data", (chunk) => {
      text.out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      text.err += chunk;
    });
    if (input !== null) child.stdin.end(input);
    const done = new Promise<Done>((resolve) => child.on("close", (code) => resolve({ code: code ?? -1, ...text })));
    return { child, text, done };
  }

  /** Runs a command to its end. */
  run(...args: string[]): Promise<Done> {
    return this.start(args).done;
  }
}
