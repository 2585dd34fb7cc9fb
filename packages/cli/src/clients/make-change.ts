import { rm } from "node:fs/promises";
import { confirm, isCancel } from "@clack/prompts";
import { CliError } from "../cli-error.ts";
import type { Output } from "../output.ts";
import { writeFileAtomically } from "../write-file.ts";
import { type Plan, readText } from "./plan.ts";
import { showChange } from "./show-change.ts";

/** Shows a change, asks, and makes it; false when the person said no. Throws `usage` where nobody can be asked. */
export async function makeChange(plan: Plan, question: string, yes: boolean, output: Output): Promise<boolean> {
  if (!output.json) process.stdout.write(`${showChange(plan)}\n`);
  if (!yes && !(await agrees(question))) return false;
  if (((await readText(plan.file)) ?? "") !== plan.before)
    throw new CliError("refusedFile", `${plan.file} was changed by something else meanwhile. Try again.`);
  if (plan.after === null) await rm(plan.file);
  else await writeFileAtomically(plan.file, plan.after);
  return true;
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
