/** What a mail says: paragraphs around one thing to do. */
export interface LetterParts {
  readonly before: string;
  /** What the link is called, and where it leads. */
  readonly act: readonly [label: string, url: string];
  readonly after?: string;
  /** Why somebody gets it; the host of who writes is put behind it. */
  readonly because: string;
}

/** A mail as plain text, the thing to do on a line of its own: its HTML is made of this. */
export function letterText({ before, act: [label, url], after, because }: LetterParts): string {
  const { host } = new URL(url);
  return [before, `${label}: ${url}`, after, `${because} ${host}.`].filter((part) => part !== undefined).join("\n\n");
}
