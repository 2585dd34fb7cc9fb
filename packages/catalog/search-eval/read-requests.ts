import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { manifest } from "../src/generated/manifest.generated.ts";

/** What somebody asks for, and the tools that would be right. */
export interface LabelledRequest {
  readonly text: string;
  readonly right: readonly string[];
}

/** `tuned` is what the ranking was made with; what is held out was written apart from it, the second before a second round of work. */
export const requestSets = {
  tuned: "requests.txt",
  "held-out": "requests-held-out.txt",
  "held-out-2": "requests-held-out-2.txt",
} as const;

/** The labelled requests of a set; throws on a line that is no request or names a tool there is none of. */
export async function readRequests(set: keyof typeof requestSets): Promise<LabelledRequest[]> {
  const tools = new Set(manifest.flatMap(({ actions }) => actions.map(({ tool }) => tool)));
  const text = await readFile(join(import.meta.dirname, requestSets[set]), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  return lines.map((line) => {
    const [request = "", answers = ""] = line.split(" => ");
    const right = answers.split(" | ");
    const wrong = right.find((tool) => !tools.has(tool));
    if (wrong !== undefined) throw new Error(`${requestSets[set]}: "${line}" names "${wrong}".`);
    return { text: request, right };
  });
}

/** How often a right tool comes first, and among the first three; and the requests where none does. */
export function judge(requests: readonly LabelledRequest[], rank: (text: string) => readonly { tool: string }[]) {
  const places = requests.map(({ text, right }) => rank(text).findIndex(({ tool }) => right.includes(tool)));
  const share = (within: number) => places.filter((at) => at >= 0 && at < within).length / requests.length;
  return { first: share(1), firstThree: share(3), missed: requests.filter((_, at) => !isAmong(places[at], 3)) };
}

const isAmong = (at: number | undefined, within: number) => at !== undefined && at >= 0 && at < within;
