/** No word is longer; slips of a longer text would take long to try. */
const longest = 24;
const letters = "abcdefghijklmnopqrstuvwxyz";

/** Every text one slip away: two letters swapped, one left out, doubled, or mistaken (Norvig, How to Write a Spelling Corrector). */
function* slips(word: string): Generator<string> {
  for (let at = 0; at < word.length - 1; at += 1)
    yield word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
  for (let at = 0; at <= word.length; at += 1)
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at);
  for (let at = 0; at < word.length; at += 1)
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at + 1);
}

/** The words somebody may have meant by one that nobody knows, likeliest first: at most one slip, the first letter as typed where it can be. */
export function correctSpelling(word: string, known: (word: string) => boolean): string[] {
  if (word.length < 4 || word.length > longest) return [];
  const found = new Set<string>();
  for (const slip of slips(word)) if (slip.length > 2 && known(slip)) found.add(slip);
  return [...found].sort((left, right) => Number(right[0] === word[0]) - Number(left[0] === word[0])).slice(0, 3);
}
