import { stemmer } from "stemmer";

/** Words that say nothing of what somebody wants done. */
const stopWords = new Set(
  "a an the to of for my me on in at with and or i im is are was be please want would like can could you your our we us it its this that these those do does did have has had what whats which who whom how some any all there by from".split(
    " ",
  ),
);
/** Words that would stand for too much when their neighbour is gone. */
const kept = new Set(["who", "how", "what"]);

/** The words of a text, lower case and without endings (Porter), in order; `e-mail` is one word. */
export function terms(text: string): string[] {
  const words = text
    .toLowerCase()
    .replace(/\be-(?=mail)/g, "e")
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !stopWords.has(word));
  return (telling.length > 0 ? telling : words.filter((word) => kept.has(word))).map((word) => stemmer(word));
}
