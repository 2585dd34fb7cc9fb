import { featuresOf, wordFeature } from "./features.ts";
import type { LearntIndex, Posting, SearchEntry } from "./search-index.ts";

/** How often every text is learnt from. */
const epochs = 12;
const rate = 0.1;
/** Draws weights towards nothing, so that no feature speaks louder than it must. */
const decay = 1e-3;
/** What the catalog's own words count beside people's. */
const saidWeight = 0.5;
/** Pairs and letters that fewer texts have than this are chance. */
const leastTexts = 2;

/** A feature's weights while they are learnt, and how far each has moved (AdaGrad). */
interface Row extends Posting {
  readonly places: Int32Array;
  readonly weights: Float64Array;
  readonly moved: Float64Array;
}

/** A text by its features, and the places of all actions it is right for. */
interface Example {
  readonly features: readonly (readonly [Row, number])[];
  readonly right: readonly number[];
  readonly weight: number;
}

type Kinds = readonly (readonly number[])[];

/** The places of each action's kinds: behind the actions, in order of appearance. */
function placeKinds(entries: readonly SearchEntry[]): { kinds: Kinds; size: number } {
  const places = new Map<string, number>();
  const kinds = entries.map((entry) =>
    [...new Set(entry.kinds)].map((kind) => {
      const place = places.get(kind) ?? entries.length + places.size;
      places.set(kind, place);
      return place;
    }),
  );
  return { kinds, size: entries.length + places.size };
}

/** Every text with its actions: the first of each action, then the second of each, so that neighbours are of different actions. */
function textsOf(entries: readonly SearchEntry[]) {
  const texts = new Map<string, { right: Set<number>; weight: number }>();
  for (let round = 0, found = true; found; round += 1) {
    found = false;
    for (const [place, { said, asks }] of entries.entries()) {
      const text = (said[round] ?? asks[round - said.length])?.toLowerCase();
      if (text === undefined) continue;
      found = true;
      const known = texts.get(text) ?? { right: new Set(), weight: round < said.length ? saidWeight : 1 };
      known.right.add(place);
      texts.set(text, known);
    }
  }
  return [...texts].map(([text, { right, weight }]) => ({ features: featuresOf(text), right: [...right], weight }));
}

/** A row for each feature, with a weight for every action and kind that has a text with the feature. */
function makeRows(texts: ReturnType<typeof textsOf>, kinds: Kinds): ReadonlyMap<string, Row> {
  const owners = new Map<string, { places: Set<number>; texts: number }>();
  for (const { features, right } of texts) {
    const places = right.flatMap((place) => [place, ...(kinds[place] ?? [])]);
    for (const feature of features.keys()) {
      const known = owners.get(feature) ?? { places: new Set(), texts: 0 };
      known.texts += 1;
      for (const place of places) known.places.add(place);
      owners.set(feature, known);
    }
  }
  const rows = new Map<string, Row>();
  for (const [feature, { places, texts }] of owners) {
    if (texts < leastTexts && !feature.startsWith(wordFeature(""))) continue;
    const sorted = Int32Array.from(places).sort();
    rows.set(feature, {
      places: sorted,
      weights: new Float64Array(sorted.length),
      moved: new Float64Array(sorted.length).fill(0.01),
    });
  }
  return rows;
}

/** How much too likely each action and kind is for an example: its share (softmax), less the share that is right. */
function errorsOf({ features, right }: Example, kinds: Kinds, errors: Float64Array): void {
  errors.fill(0);
  for (const [{ places, weights }, value] of features)
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      errors[place] = (errors[place] ?? 0) + (weights[at] ?? 0) * value;
    }
  let total = 0;
  for (let place = 0; place < kinds.length; place += 1) {
    let score = errors[place] ?? 0;
    for (const kind of kinds[place] ?? []) score += errors[kind] ?? 0;
    const odds = Math.exp(score);
    errors[place] = odds;
    total += odds;
  }
  errors.fill(0, kinds.length);
  const rightTotal = right.reduce((sum, place) => sum + (errors[place] ?? 0), 0);
  // Half the aim is that any right action wins, half that all of them do well.
  for (const place of right) {
    const odds = errors[place] ?? 0;
    errors[place] = odds - (total / 2) * (odds / rightTotal + 1 / right.length);
  }
  for (let place = 0; place < kinds.length; place += 1) {
    const error = (errors[place] ?? 0) / total;
    errors[place] = error;
    for (const kind of kinds[place] ?? []) errors[kind] = (errors[kind] ?? 0) + error;
  }
}

function correct({ places, weights, moved }: Row, value: number, errors: Float64Array): void {
  for (let at = 0; at < places.length; at += 1) {
    const weight = weights[at] ?? 0;
    const slope = (errors[places[at] ?? 0] ?? 0) * value + decay * weight;
    const sum = (moved[at] ?? 0) + slope * slope;
    moved[at] = sum;
    weights[at] = weight - (rate * slope) / Math.sqrt(sum);
  }
}

/** Learns what speaks for which action: softmax regression, with a weight wherever an action or a kind has a text with a feature. The same entries always give the same weights. */
export function learnSearchIndex(entries: readonly SearchEntry[]): LearntIndex {
  const { kinds, size } = placeKinds(entries);
  const texts = textsOf(entries);
  const postings = makeRows(texts, kinds);
  const examples = texts.map(({ features, ...rest }): Example => {
    const kept = [...features].flatMap(([feature, value]) => {
      const row = postings.get(feature);
      return row ? [[row, value] as const] : [];
    });
    return { ...rest, features: kept };
  });
  const errors = new Float64Array(size);
  for (let epoch = 0; epoch < epochs; epoch += 1)
    for (const example of examples) {
      errorsOf(example, kinds, errors);
      for (const [row, value] of example.features) correct(row, value * example.weight, errors);
    }
  return { tools: entries.map(({ tool }) => tool), kinds, size, postings };
}
