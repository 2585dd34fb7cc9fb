import { manifest } from "../src/generated/manifest.generated.ts";
import { type LabelledRequest, parseRequests } from "./parse-requests.ts";

/** Requests that judge the ranking. Whoever betters it does not read what it misses here; people's requests to learn from are in the apps' folders. */
export const requestSets = {
  "held-out": "requests-held-out.txt",
  "blind-a": "requests-blind-a.txt",
  "blind-b": "requests-blind-b.txt",
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

/** How often a right tool comes first, and among the first three. */
export function judge(requests: readonly LabelledRequest[], rank: (text: string) => readonly { tool: string }[]) {
  const places = requests.map(({ text, right }) => rank(text).findIndex(({ tool }) => right.includes(tool)));
  const share = (within: number) => places.filter((at) => at >= 0 && at < within).length / requests.length;
  return { first: share(1), firstThree: share(3) };
}
