import { rm } from "node:fs/promises";
import { confirm, isCancel } from "@clack/prompts";
import { CliError } from "../cli-error.ts";
import type { Output } from "../output.ts";
import { writeFileAtomically } from "../write-file.ts";
import { type Plan, readText } from "./plan.ts";
import { showChange } from "./show-change.ts";

/** Shows a change and asks; false when the person said no. Throws `usage` where nobody can be asked. */
export async function agreeTo(plan: Plan, question: string, yes: boolean, output: Output): Promise<boolean> {
  if (!output.json) process.stdout.write(`${showChange(plan)}\n`);
  return yes || agrees(question);
}

/** Makes a change. Throws `refusedFile` when the file is not what it was. */
export async function makeChange({ file, before, after }: Plan): Promise<void> {
  if (((await readText(file)) ?? "") !== before)
    throw new CliError("refusedFile", `${file} was changed by something else meanwhile. Try again.`);
  if (after === null) await rm(file);
  else await writeFileAtomically(file, after);
}

async function agrees(message: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new CliError(
      "usage",
      "Nobody can be asked here. Nothing was changed; --yes makes the change without asking.",
    );
  const answer = await confirm({ message });
  if (isCancel(answer)) throw new CliError("interrupted", "Nothing was changed.");
  return answer;
}
