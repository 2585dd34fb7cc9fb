const maxCharacters = 500;
const maxWords = 40;
/** The letters of a word past these tell nothing more. */
const maxLetters = 24;
/** What a pair of neighbours and a few letters of a word count beside a word. */
const weight = { word: 1, pair: 0.6, letters: 0.3 } as const;
/** The Euclidean length every text is brought to, so that a long one says no more than a short one. */
const length = Math.sqrt(10);

/** The words of a text, lower case, in order; a sign that tells what something is, such as `#` or `@`, is a word. */
function wordsOf(text: string): string[] {
  const plain = text
    .slice(0, maxCharacters)
    .toLowerCase()
    .replace(/\be-(?=mail)/g, "e")
    .replace(/['’]/g, "")
    .replace(/[€£]/g, "$$");
  return (plain.match(/[\p{L}\p{M}\p{N}]+|[#@$+:/]/gu) ?? []).slice(0, maxWords);
}

/** The feature that stands for a whole word. */
export const wordFeature = (word: string): string => `=${word}`;

/** What texts are compared by, and how much of each is in this one: its words, its pairs of neighbours, and each three and four letters in a row. */
export function featuresOf(text: string, spell = (word: string) => word): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  let before = "";
  for (const word of wordsOf(text).map(spell)) {
    features.set(wordFeature(word), weight.word);
    features.set(`${before} ${word}`, weight.pair);
    before = word;
    const bounded = `<${word.slice(0, maxLetters)}>`;
    for (const size of [3, 4])
      for (let at = 0; at + size <= bounded.length; at += 1) features.set(bounded.slice(at, at + size), weight.letters);
  }
  const scale = length / Math.hypot(...features.values());
  for (const [feature, value] of features) features.set(feature, value * scale);
  return features;
}
