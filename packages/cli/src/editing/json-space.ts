/** The place of the next character that is neither space nor inside a comment. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const skipped = /^(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0;
    if (skipped === 0) return at;
    at += skipped;
  }
}

/** The next character that is neither space nor inside a comment. */
export function nextToken(text: string, from: number): string | undefined {
  return text[skipSpace(text, from)];
}
