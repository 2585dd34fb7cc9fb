import { searchIndex } from "../generated/search.generated.ts";
import { type Ranked, rankActions } from "./rank-actions.ts";
import { loadSearchIndex, type SearchIndex } from "./search-index.ts";

export { type Ranked, rankActions } from "./rank-actions.ts";

/** What fits less than this share of the best is not worth an agent's context. */
const worthwhile = 0.1;
let loaded: SearchIndex | null = null;

/** The catalog's actions by what somebody wants, in their words, best first. The index is loaded by an isolate's first search. */
export function searchActions(text: string): Ranked[] {
  loaded ??= loadSearchIndex(searchIndex);
  const ranked = rankActions(loaded, text);
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= best * worthwhile);
}
