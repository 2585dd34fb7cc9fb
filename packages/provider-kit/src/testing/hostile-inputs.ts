/** `input` with one string at a time, at any depth, replaced by `text`. */
export function* withEachString(input: unknown, text: string): Generator<unknown> {
  if (typeof input === "string") yield text;
  else if (Array.isArray(input)) {
    for (const [index, item] of input.entries())
      for (const changed of withEachString(item, text)) yield input.with(index, changed);
  } else if (typeof input === "object" && input !== null) {
    for (const [key, item] of Object.entries(input))
      for (const changed of withEachString(item, text)) yield { ...input, [key]: changed };
  }
}
