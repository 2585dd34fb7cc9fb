import { correctSpelling } from "./correct-spelling.ts";
import { featuresOf, wordFeature } from "./features.ts";
import type { SearchIndex } from "./search-index.ts";

/** An action by the name of its tool, and how well it fits; scores compare within one answer alone. */
export interface Ranked {
  readonly tool: string;
  readonly score: number;
}

/** A best action that scores less is a guess: people's requests score 4 and more, and nonsense seldom 3. */
const leastScore = 3;
/** What scores less than this share of the best is not worth an agent's context. */
const worthwhile = 0.5;

/** How much a text speaks for each action. */
function scoresOf(index: SearchIndex, text: string): Float64Array {
  const known = (word: string) => index.posting(wordFeature(word)) !== undefined;
  const scores = new Float64Array(index.size);
  for (const [feature, value] of featuresOf(text, (word) => correctSpelling(word, known))) {
    const { places = [], weights = [] } = index.posting(feature) ?? {};
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      scores[place] = (scores[place] ?? 0) + (weights[at] ?? 0) * value;
    }
  }
  for (let place = 0; place < index.tools.length; place += 1) {
    let score = scores[place] ?? 0;
    for (const kind of index.kinds[place] ?? []) score += scores[kind] ?? 0;
    scores[place] = score;
  }
  return scores;
}

/** The actions, or those to `keep`, that a text speaks for, best first; none where it speaks for none. */
export function rankActions(index: SearchIndex, text: string, keep: (tool: string) => boolean = () => true): Ranked[] {
  const scores = scoresOf(index, text);
  const found: Ranked[] = [];
  let best = leastScore;
  for (let place = 0; place < index.tools.length; place += 1) {
    const score = scores[place] ?? 0;
    const tool = index.tools[place] ?? "";
    if (score < best * worthwhile || !keep(tool)) continue;
    best = Math.max(best, score);
    found.push({ tool, score });
  }
  if (!found.some(({ score }) => score >= leastScore)) return [];
  return found
    .filter(({ score }) => score >= best * worthwhile)
    .sort((left, right) => right.score - left.score || left.tool.localeCompare(right.tool));
}
