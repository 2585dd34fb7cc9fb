/// <reference path="./vlq.d.ts" />
import { decode, encode } from "vlq";

/** What is learnt of an action. */
export interface SearchEntry {
  readonly tool: string;
  /** What it shares with other actions: its app, and each word of its name, such as `send`. */
  readonly kinds: readonly string[];
  /** What the catalog says of it. */
  readonly said: readonly string[];
  /** What people ask who want it. */
  readonly asks: readonly string[];
}

/** What a feature speaks for, and how much: actions and kinds by their places, the kinds behind the actions. */
export interface Posting {
  readonly places: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

interface Places {
  /** The actions, in the order of their places. */
  readonly tools: readonly string[];
  /** The places of each action's kinds. */
  readonly kinds: readonly (readonly number[])[];
  /** How many places there are. */
  readonly size: number;
}

/** An index as it is learnt. */
export interface LearntIndex extends Places {
  readonly postings: ReadonlyMap<string, Posting>;
}

/** An index that can be asked. */
export interface SearchIndex extends Places {
  posting(feature: string): Posting | undefined;
}

/** Weights are kept to this. Together the smallest tell much: do not drop them. */
const step = 0.1;
/** Signs that stand in no feature, and that a script's text holds as they are, so that it is quick to compile. */
const [endOfLine, endOfField] = ["|", ","];

/** An index as text: the actions with their kinds, then each feature with its places and weights as base64 VLQ. */
export function writeSearchIndex({ tools, kinds, size, postings }: LearntIndex): string {
  const actions = tools.map((tool, at) => [tool, ...(kinds[at] ?? [])].join(" "));
  const lines = [[size, ...actions].join(endOfField)];
  for (const [feature, { places, weights }] of postings) {
    const numbers: number[] = [];
    let before = 0;
    for (let at = 0; at < places.length; at += 1) {
      const steps = Math.round((weights[at] ?? 0) / step);
      if (steps === 0) continue;
      const place = places[at] ?? 0;
      numbers.push(place - before, steps);
      before = place;
    }
    if (numbers.length > 0) lines.push(`${feature}${endOfField}${encode(numbers)}`);
  }
  return lines.join(endOfLine);
}

function readPosting(text: string): Posting {
  const numbers = decode(text);
  const places = new Uint32Array(numbers.length / 2);
  const weights = new Float32Array(places.length);
  let place = 0;
  for (let at = 0; at < places.length; at += 1) {
    place += numbers[2 * at] ?? 0;
    places[at] = place;
    weights[at] = (numbers[2 * at + 1] ?? 0) * step;
  }
  return { places, weights };
}

/** The index that `writeSearchIndex` wrote. A feature's line is read when it is first asked for. */
export function loadSearchIndex(text: string): SearchIndex {
  const [head = "", ...lines] = text.split(endOfLine);
  const [size = "", ...actions] = head.split(endOfField);
  const parts = actions.map((action) => action.split(" "));
  const written = new Map<string, string>();
  for (const line of lines) {
    const end = line.indexOf(endOfField);
    written.set(line.slice(0, end), line.slice(end + 1));
  }
  const read = new Map<string, Posting>();
  return {
    tools: parts.map(([tool = ""]) => tool),
    kinds: parts.map(([, ...places]) => places.map(Number)),
    size: Number(size),
    posting(feature) {
      const known = read.get(feature);
      if (known) return known;
      const line = written.get(feature);
      if (line === undefined) return undefined;
      const posting = readPosting(line);
      read.set(feature, posting);
      written.delete(feature);
      return posting;
    },
  };
}
