/** Names people and programs have given: markup, right-to-left with a mark that turns the line around, 4-byte characters, very long. */
export const oddNames: readonly string[] = [
  '<img src=x onerror="document.title=1"><b>bold</b>',
  "\u05d7\u05e9\u05d1\u05d5\u05df \u05e2\u05d1\u05d5\u05d3\u05d4 (\u05d0\u05d1\u05d2)",
  "right \u202eto left without an end",
  "\u{1f469}\u200d\u{1f680}\u{1f1e9}\u{1f1ea} \u{20bb7}\u91ce\u5bb6 \u{1f99e}",
  `${"an account with a very long name ".repeat(3)}and no end`,
  "x".repeat(120),
  "'; drop table users; --",
  "{{name}} %s \\u0000 &amp; &#128512;",
];

/** The name of the `index`th of many things: the first of them are odd. */
export function nameOf(index: number, what: string): string {
  return oddNames[index] ?? `${what} ${index}`;
}
