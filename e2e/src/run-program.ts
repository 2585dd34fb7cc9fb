import { spawn } from "node:child_process";

/** What a program did. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A program under way, whose output can be waited for. */
export interface Running {
  readonly ended: Promise<Ended>;
  /** The first match in its standard output; throws when it ends without one. */
  seen(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts a program with `input` as its whole standard input. */
export function runProgram(command: readonly string[], env: Record<string, string>, cwd: string, input = ""): Running {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { cwd, env: { PATH: process.env.PATH ?? "", ...env }, stdio: "pipe" });
  const text = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    text.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text.err += chunk;
  });
  child.stdin.end(input);
  let over = false;
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code: code ?? -1, ...text })));
  void ended.then(() => {
    over = true;
  });
  const seen = async (pattern: RegExp) => {
    for (;;) {
      const found = pattern.exec(text.out);
      if (found) return found;
      if (over) throw new Error(`${command.join(" ")} ended without ${pattern}: ${text.out}${text.err}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { ended, seen };
}
