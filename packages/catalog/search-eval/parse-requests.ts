import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What somebody asks for, and the tools that would be right. */
export interface LabelledRequest {
  readonly text: string;
  readonly right: readonly string[];
}

/** The labelled requests of a file of this folder, as they stand there. */
export async function parseRequests(file: string): Promise<LabelledRequest[]> {
  const text = await readFile(join(import.meta.dirname, file), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  return lines.map((line) => {
    const [request = "", answers = ""] = line.split(" => ");
    return { text: request, right: answers.split(" | ") };
  });
}
