import { createTwoFilesPatch } from "diff";
import pc from "picocolors";
import type { Plan } from "./plan.ts";

/** The change as a unified diff, keys masked: what is shown may end in a recording or a bug report. */
export function showChange({ file, before, after }: Plan): string {
  const [old, fresh] = [before, after ?? ""].map(mask);
  const patch = createTwoFilesPatch(file, after === null ? "/dev/null" : file, old ?? "", fresh ?? "", "", "", {
    context: 2,
  });
  return patch
    .split("\n")
    .slice(1)
    .map((line) => (line.startsWith("+") ? pc.green(line) : line.startsWith("-") ? pc.red(line) : line))
    .join("\n");
}

const mask = (text: string) => text.replace(/cllk_live_[A-Za-z0-9_-]*([A-Za-z0-9_-]{4})/g, "cllk_live_…$1");
