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

/** The readable text of an HTML mail: no scripts, styles or tags; blocks and rows on lines of their own. */
export function htmlToText(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/\s+/g, " ")
    .replace(/<li\b[^>]*>/gi, "\n- ")
    .replace(/<(br|\/p|\/div|\/tr|\/h[1-6]|\/ul|\/ol|\/table|\/blockquote)\b[^>]*>/gi, "\n")
    .replace(/<[^>]+>/g, "");
  return decodeEntities(text)
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
