import type { SearchEntry } from "@clawlink/catalog/search-index";

const verbs = "Create Get List Update Delete Search Send Archive Share Assign Copy Export Import Cancel Approve".split(
  " ",
);
const nouns =
  "issue e-mail message event file folder customer payment invoice price product contact deal lead ticket comment channel user team project task board card page database row table form answer survey campaign ad report metric alert incident deployment build branch commit release package order cart shipment refund subscription plan coupon webhook token role policy group calendar room booking flight hotel recipe song playlist video photo album article post tweet story review vote poll lesson course student grade exam patient claim contract signature template".split(
    " ",
  );
const qualifiers = "draft shared archived recurring public private overdue open scheduled nested".split(" ");
const syllables = "ba ce di fo gu ha ji ko lu me no pi ra so tu va wy xe zo qi".split(" ");

/** As many actions as asked for, of made-up apps of 40 actions each, in the catalog's manner; the same ones every time. */
export function manyEntries(count: number): SearchEntry[] {
  return Array.from({ length: count }, (_, at) => {
    const pick = (from: readonly string[], step: number) => from[Math.floor(at / step) % from.length] ?? "";
    const app = [1, 20, 400].map((step) => pick(syllables, step * 40)).join("");
    const [verb, noun, other] = [pick(verbs, 1), pick(nouns, 7), pick(nouns, 3)];
    const qualifier = pick(qualifiers, 11);
    const id = `${app}_${verb}_${noun}_${at}`.toLowerCase();
    return {
      id,
      title: `${verb} ${qualifier} ${noun}s ${verb} ${noun}`,
      app: `${app} ${app}`,
      tags: `${noun} ${other} ${qualifier}`,
      description: `${verb}s the ${noun}s of an account, with their ${other}s, newest first, and tells which are ${qualifier}.`,
      asked: `${verb} that ${noun} for me, can you find my ${other}s, which ${noun}s are ${qualifier}`.toLowerCase(),
      examples: `${verb} every ${noun} of last week. Someone asks about a ${other}.`,
      reads: verb === "Get" || verb === "List" || verb === "Search",
      many: verb === "List" || verb === "Search",
    };
  });
}
