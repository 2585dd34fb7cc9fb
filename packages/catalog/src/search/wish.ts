import { stemmer } from "stemmer";

const stems = (words: string) => new Set(words.split(" ").map((word) => stemmer(word)));

/** How people begin before they come to the point. */
const filler =
  /^(please|hey|hi|ok|now|just|then|can|could|would|will|you|i|we|want|need|wanna|have|like|to|id|help|me|us|lets|let's|go|and|try)$/;

/** Words that, said first, tell to do something: `text my wife`, but `incoming texts`. */
const commands = stems(
  "send write compose create make new add open start set put save store upload push delete remove trash throw discard erase drop take archive cancel stop abort hang end edit change update fix correct mark close reopen assign reassign move rename reply answer respond comment post tell say notify ping text call phone ring dial dm message mail email schedule reschedule postpone book plan arrange block invite share give let join react star unstar flag label tag merge land commit squash copy duplicate clone convert restore recover undelete undo verify confirm register subscribe unsubscribe charge take sell buy quick batch bulk file report log raise prepare draft leave propose fork shoot void unsend unschedule set",
);

/** What a request is after: something done, or something known, and of that one thing or many. */
export interface Wish {
  readonly does: boolean;
  readonly many: boolean;
}

const isPlural = (word: string) => word.length > 3 && /[^su]s$/.test(word);

/** Reads a wish off how a request begins, and off its plurals. */
export function wishOf(text: string): Wish {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  const first = words.find((word) => !filler.test(word)) ?? "";
  return {
    does: !isPlural(first) && commands.has(stemmer(first)),
    many: words.some((word) => isPlural(word) && !filler.test(word)),
  };
}
