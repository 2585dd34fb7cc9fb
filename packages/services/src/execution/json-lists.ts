/** SQLite in D1 and in Durable Objects takes 2,000,000 bytes a value, and a character may be three of them. */
const largest = 600_000;

/** JSON texts as JSON lists of at most 600,000 characters each, for statements over `json_each(?)`; a longer text has a list of its own. */
export function jsonLists(texts: readonly string[]): string[] {
  const lists: string[][] = [];
  let room = 0;
  for (const text of texts) {
    if (room < text.length) {
      lists.push([]);
      room = largest;
    }
    lists.at(-1)?.push(text);
    room -= text.length + 1;
  }
  return lists.map((list) => `[${list.join(",")}]`);
}
