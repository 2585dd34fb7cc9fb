import { stemmer } from "stemmer";

const stems = (words: string) => new Set(words.split(" ").map((word) => stemmer(word)));

/** How people begin before they come to the point. */
const filler =
  /^(please|hey|hi|ok|oops|now|just|then|can|could|would|will|you|i|im|we|want|need|wanna|have|like|to|id|help|me|us|lets|let's|go|and|try)$/;

/** How questions begin, as far as they do not politely ask for a deed. */
const question =
  /^(and |so |hey )?(what|whats|who|whos|whom|whose|which|when|where|why|how|is|are|am|was|were|does|did|has|any|do (i|we|they|you)|have (i|we|they|you)|can (?!you|we|i|u)\w+ \w+ be)\b/;

/** Words that tell to do something wherever they stand. */
const plainCommands =
  "send write compose create make add start put save store upload push delete remove throw discard erase drop take archive cancel stop abort hang end edit change update fix correct close reopen assign reassign move rename reply respond tell notify dial reschedule postpone arrange invite give join react unstar merge squash duplicate clone convert restore recover undelete undo verify confirm register subscribe unsubscribe sell buy prepare leave propose forward unsend unschedule accept enter sign wipe ask add let";
/** Words that, said first, tell to do something: `text my wife`, but `incoming texts`. */
const commands = stems(
  `${plainCommands} new open set trash mark answer comment post say ping text call phone ring message mail email schedule book plan block share star flag label tag land commit copy quick batch bulk file report log raise charge draft fork shoot void dm`,
);
const anywhere = stems(plainCommands);

/** What a request is after: something done, or something known, and of that one thing or many. */
export interface Wish {
  readonly does: boolean;
  readonly many: boolean;
  /** The word that says what to do, without its ending; null where none does. */
  readonly verb: string | null;
}

const singular = new Set([
  "whats",
  "whos",
  "hows",
  "wheres",
  "this",
  "does",
  "always",
  "yes",
  "lets",
  "news",
  "sometimes",
]);
const isPlural = (word: string) => word.length > 3 && /[^su]s$/.test(word) && !singular.has(word);

/** Reads a wish off how a request begins, off the verbs in it and off its plurals. */
export function wishOf(text: string): Wish {
  const lower = text.toLowerCase();
  const words = lower.match(/[\p{L}\p{N}']+/gu) ?? [];
  const first = words.find((word) => !filler.test(word)) ?? "";
  const many = words.some((word) => isPlural(word) && !filler.test(word));
  if (question.test(lower)) return { does: false, many, verb: null };
  if (!isPlural(first) && commands.has(stemmer(first))) return { does: true, many, verb: stemmer(first) };
  const other = words.map((word) => stemmer(word)).find((word) => anywhere.has(word));
  return { does: other !== undefined, many, verb: other ?? null };
}
