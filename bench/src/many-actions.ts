import type { LearntIndex } from "@clawlink/catalog/search-index";

/** An index with `copies` of every action and kind: as many postings for every word as that many catalogs of this size would have. */
export function manyActions(one: LearntIndex, copies: number): LearntIndex {
  const each = Array.from({ length: copies }, (_, copy) => copy);
  const actions = one.tools.length;
  const kinds = one.size - actions;
  const placeIn = (copy: number, place: number) =>
    place < actions ? copy * actions + place : copies * actions + copy * kinds + (place - actions);
  const postings = new Map(
    [...one.postings].map(([feature, { places, weights }]) => {
      const own = Array.from(places, (place, at) => ({ place, weight: weights[at] ?? 0 }));
      const all = each.flatMap((copy) => own.map(({ place, weight }) => ({ place: placeIn(copy, place), weight })));
      all.sort((left, right) => left.place - right.place);
      return [feature, { places: all.map(({ place }) => place), weights: all.map(({ weight }) => weight) }];
    }),
  );
  return {
    tools: each.flatMap((copy) => one.tools.map((tool) => `${tool}_${copy}`)),
    kinds: each.flatMap((copy) => one.kinds.map((places) => places.map((place) => placeIn(copy, place)))),
    size: copies * one.size,
    postings,
  };
}
