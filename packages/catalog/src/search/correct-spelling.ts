/** No longer word is tried: slips of it would take long. */
const longest = 16;
const letters = "abcdefghijklmnopqrstuvwxyz";

/** Every text one slip away: two letters swapped, one left out, added, or mistaken (Norvig, How to Write a Spelling Corrector). */
function* slips(word: string): Generator<string> {
  for (let at = 0; at < word.length - 1; at += 1)
    yield word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
  for (let at = 0; at <= word.length; at += 1)
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at);
  for (let at = 0; at < word.length; at += 1)
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at + 1);
}

/** The word somebody meant by one that is not known: one slip away, the first letter as typed where it can be; else the word itself. */
export function correctSpelling(word: string, known: (word: string) => boolean): string {
  if (word.length < 4 || word.length > longest || known(word)) return word;
  let meant = word;
  for (const slip of slips(word)) {
    if (slip.length < 3 || !known(slip)) continue;
    if (slip[0] === word[0]) return slip;
    if (meant === word) meant = slip;
  }
  return meant;
}
