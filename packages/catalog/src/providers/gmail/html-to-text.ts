const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  euro: "€",
};

function entity(whole: string, name: string): string {
  const number = /^#x([0-9a-f]+)$/i.exec(name) ?? /^#(\d+)$/.exec(name);
  if (!number) return entities[name.toLowerCase()] ?? whole;
  const code = Number.parseInt(number[1] ?? "", name[1] === "x" || name[1] === "X" ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Text with its HTML entities read; what is not one stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#?\w{1,10});/g, entity);
}

const hidden = /^<(script|style|head|title)\b/i;
const block = /^<(br|\/p|\/div|\/tr|\/h[1-6]|\/ul|\/ol|\/table|\/blockquote)\b/i;

/** What stands for a tag. */
function shown(tag: string): string {
  if (/^<li\b/i.test(tag)) return "\n- ";
  return block.test(tag) ? "\n" : "";
}

/** How what is not shown ends; null for a tag that is just left out. */
function endOf(tag: string): string | null {
  if (tag.startsWith("<!--")) return "-->";
  const name = hidden.exec(tag)?.[1];
  return name ? `</${name.toLowerCase()}` : null;
}

/**
 * The readable text of an HTML mail: no scripts, styles or tags; blocks and rows on lines of their own. It reads on and never back, since
 * anybody can send a mail that is all beginnings of tags.
 */
export function htmlToText(html: string): string {
  // Of the same length, which `toLowerCase` alone would not be.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const words = (from: number, to?: number) => html.slice(from, to).replace(/\s+/g, " ");
  const missing = new Set<string>();
  const pieces: string[] = [];
  let at = 0;
  for (const { index: open } of html.matchAll(/<(?=[a-z/!?])/gi)) {
    if (open < at) continue;
    const close = html.indexOf(">", open);
    if (close === -1) break;
    pieces.push(words(at, open));
    const tag = html.slice(open, close + 1);
    const end = endOf(tag);
    const ended = end === null || missing.has(end) ? -1 : lower.indexOf(end, open + 2);
    if (end !== null && ended === -1) missing.add(end);
    if (ended === -1) pieces.push(shown(tag));
    at = ended === -1 ? close + 1 : lower.indexOf(">", ended) + 1 || html.length;
  }
  pieces.push(words(at));
  const lines = decodeEntities(pieces.join("")).split("\n");
  return lines
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
