/** The characters that isolate a text from the direction of what is around it, and end that (Unicode Bidirectional Algorithm, 2.4). */
const [first, end] = ["\u2068", "\u2069"];

/** Somebody's text as a part of another, where there can be no `<bdi>`: an option of a list. */
export function isolate(text: string): string {
  return first + text.replaceAll(end, "") + end;
}
