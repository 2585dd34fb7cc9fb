import type { Query, SearchOptions } from "minisearch";
import { correctSpelling } from "./correct-spelling.ts";
import type { SearchIndex } from "./search-index.ts";
import { withoutShapes } from "./shapes.ts";
import { deeds, synonyms, withoutPhrases } from "./synonyms.ts";
import { terms } from "./terms.ts";
import { wishOf } from "./wish.ts";

/** An action by the name of its tool, and how well it fits; scores compare within one answer alone. */
export interface Ranked {
  readonly tool: string;
  readonly score: number;
}

const maxWords = 12;
const maxCharacters = 500;
const boost = { title: 4, app: 4, tags: 2.5, description: 1, examples: 0.8, asked: 1.5 };
/** What a word's synonyms, its corrections and its beginnings count, against the word itself. */
const weight = { synonym: 0.45, correction: 0.8, prefix: 0.6 } as const;

/** What an action counts more that does what the request is after: looks or acts, one thing or many. */
const fits = 1.5;
const fitsNumber = 1.2;
/** What the word counts more that tells what to do. */
const leads = 1.4;
/** What an action of an app counts more that the request names. */
const fitsApp = 1.8;
/** What a word counts that says when, beside words that say what. */
const saysWhen = 0.35;
const moments = new Set(
  terms(
    "today tonight tomorrow yesterday now next last week month year latest recent lately since new old monday tuesday wednesday thursday friday saturday sunday",
  ),
);

/** A word as asked, and every term that stands for it. */
interface Word {
  readonly terms: ReadonlySet<string>;
  readonly queries: readonly Query[];
}

const weighed = (words: readonly string[], factor: number, more: SearchOptions = {}): Query[] =>
  words.length > 0 ? [{ combineWith: "OR", queries: [...words], boostTerm: () => factor, ...more }] : [];

function meaning(word: string, { known }: SearchIndex, leading: boolean, alone: boolean): Word {
  const factor = leading ? leads : moments.has(word) && !alone ? saysWhen : 1;
  const understood = (term: string) => known(term) || synonyms.has(term);
  const meant = understood(word) ? [] : correctSpelling(word, understood);
  const others = [word, ...meant].flatMap((term) => synonyms.get(term) ?? []);
  const deed = leading ? (deeds.get(word) ?? []) : [];
  const open = !understood(word) && word.length > 2;
  return {
    terms: new Set([word, ...meant, ...others, ...deed]),
    queries: [
      ...weighed([word], (open ? weight.prefix : 1) * factor, open ? { prefix: true } : {}),
      ...weighed(meant, weight.correction * factor),
      ...weighed(others, weight.synonym * factor),
      ...weighed(deed, 1),
    ],
  };
}

/** Actions by what they are for, best first: words as written, misspelt or meant; what answers more of the words comes first. */
export function rankActions(index: SearchIndex, asked: string): Ranked[] {
  const text = asked.slice(0, maxCharacters);
  const wish = wishOf(text);
  const said = [...new Set(terms(withoutPhrases(withoutShapes(text))))].slice(0, maxWords);
  const things = said.filter((word) => !moments.has(word) && (index.known(word) || synonyms.has(word)));
  const words = said.map((word, at) =>
    meaning(
      word,
      index,
      wish.does && (word === wish.verb || (at === 0 && !said.includes(wish.verb ?? ""))),
      things.length < 2,
    ),
  );
  if (words.length === 0) return [];
  const apps = new Map<string, number>();
  const fitOf = (app: string) => {
    const known = apps.get(app) ?? (terms(app).some((term) => said.includes(term)) ? fitsApp : 1);
    apps.set(app, known);
    return known;
  };
  const query: Query = { combineWith: "OR", queries: words.flatMap(({ queries }) => queries) };
  const ranked = index.actions.search(query, { boost }).map(({ id, score, queryTerms, reads, many, app }) => {
    const met = words.filter((word) => queryTerms.some((term) => word.terms.has(term))).length;
    const fitting = fitOf(app) * (reads === wish.does ? 1 : fits) * (!wish.does && many === wish.many ? fitsNumber : 1);
    return { tool: String(id), score: score * (met / words.length) ** 1.5 * fitting };
  });
  return ranked.sort((left, right) => right.score - left.score || left.tool.localeCompare(right.tool));
}
