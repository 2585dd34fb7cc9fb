import { manifest } from "../src/generated/manifest.generated.ts";
import { type LabelledRequest, parseRequests } from "./parse-requests.ts";

/** The ranking was made with the first two, and the index knows their words; the others were written apart from it and judge it. */
export const requestSets = {
  tuned: "requests.txt",
  development: "requests-development.txt",
  "held-out": "requests-held-out.txt",
  "held-out-2": "requests-held-out-2.txt",
} as const;

/** The labelled requests of a set; throws on one that names a tool there is none of. */
export async function readRequests(set: keyof typeof requestSets): Promise<LabelledRequest[]> {
  const tools = new Set(manifest.flatMap(({ actions }) => actions.map(({ tool }) => tool)));
  const requests = await parseRequests(requestSets[set]);
  for (const { text, right } of requests) {
    const wrong = right.find((tool) => !tools.has(tool));
    if (wrong !== undefined) throw new Error(`${requestSets[set]}: "${text}" names "${wrong}".`);
  }
  return requests;
}

/** How often a right tool comes first, and among the first three; and the requests where none does. */
export function judge(requests: readonly LabelledRequest[], rank: (text: string) => readonly { tool: string }[]) {
  const places = requests.map(({ text, right }) => rank(text).findIndex(({ tool }) => right.includes(tool)));
  const share = (within: number) => places.filter((at) => at >= 0 && at < within).length / requests.length;
  return { first: share(1), firstThree: share(3), missed: requests.filter((_, at) => !isAmong(places[at], 3)) };
}

const isAmong = (at: number | undefined, within: number) => at !== undefined && at >= 0 && at < within;
