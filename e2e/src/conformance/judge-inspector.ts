import type { Verdict } from "./judge-suite.ts";
import { run } from "./run-suite.ts";

/** Whether the inspector's command line lists the tools and calls one, authenticated by `header`. */
export async function judgeInspector(
  command: readonly string[],
  how: string,
  url: string,
  header: string,
): Promise<Verdict[]> {
  const ask = async (method: string, options: readonly string[], expected: string): Promise<Verdict> => {
    const server = ["--cli", url, "--transport", "http", "--header", header, "--method", method];
    const { output } = await run([...command, ...server, ...options], 120_000);
    const found = output.includes(expected);
    const reason = found ? `answered with ${expected}` : output.trim().replaceAll(header, "[credential]").slice(-300);
    return { suite: "inspector 2.12.0", scenario: `${method} ${how}`, how: found ? "passed" : "missed", reason };
  };
  return [
    await ask("tools/list", [], "clawlink.execute"),
    await ask("tools/call", ["--tool-name", "clawlink.whoami"], "user_id"),
  ];
}
