import { searchIndex } from "../generated/search.generated.ts";
import { type Ranked, rankActions } from "./rank-actions.ts";
import { loadSearchIndex, type SearchIndex } from "./search-index.ts";

export { type Ranked, rankActions } from "./rank-actions.ts";

let loaded: SearchIndex | null = null;

/** The catalog's actions, or those to `keep`, by what somebody wants, in their words, best first. The index is loaded by an isolate's first search. */
export function searchActions(text: string, keep?: (tool: string) => boolean): Ranked[] {
  loaded ??= loadSearchIndex(searchIndex);
  return rankActions(loaded, text, keep);
}
