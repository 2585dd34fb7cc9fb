import { parse, stringify } from "smol-toml";
import type { Editor, Value } from "./editor.ts";

/** TOML, of which one table with its sub-tables is added, replaced or taken out as lines. */
export const tomlEditor: Editor = {
  parse: (text) => parse(text),
  set(text, path, value) {
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    const block = tableText(path, value).replaceAll("\n", newline);
    const place = linesOf(text, path);
    if (place) return place.before + block + (place.after === "" ? "" : newline) + place.after;
    const end = text === "" || text.endsWith("\n") ? "" : newline;
    return text + end + (text.trim() === "" ? "" : newline) + block;
  },
  remove(text, path) {
    const place = linesOf(text, path);
    if (!place) return text;
    // The empty line that was put before the table goes with it.
    const before = place.after === "" ? place.before.replace(/(\r?\n)\r?\n$/, "$1") : place.before;
    return before + place.after;
  },
};

function tableText(path: readonly string[], value: Value): string {
  const name = path.map((key) => (/^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key))).join(".");
  const lines = Object.entries(value ?? {}).map(([key, inner]) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? `${key} = { ${Object.entries(inner)
          .map(([name, leaf]) => `${JSON.stringify(name)} = ${JSON.stringify(leaf)}`)
          .join(", ")} }`
      : stringify({ [key]: inner }).trim(),
  );
  return `[${name}]\n${lines.join("\n")}\n`;
}

/** What stands before and after the lines of a table and its sub-tables, or null where it has no header of its own. */
function linesOf(text: string, path: readonly string[]): { before: string; after: string } | null {
  const headers = headersOf(text);
  const own = headers.filter(({ keys }) => path.every((key, index) => keys[index] === key));
  const [first] = own;
  if (!first) return null;
  const from = headers.indexOf(first);
  const together = headers.slice(from, from + own.length);
  if (together.some((header, index) => header !== own[index]))
    throw new Error("the table's parts are apart from each other");
  const next = headers[from + own.length];
  const body = text.slice(first.start, next?.start ?? text.length);
  // Comments and empty lines just above the next table are that table's.
  const kept = next ? (/(?:^|\n)((?:[ \t]*(?:#[^\n]*)?\r?\n)*)$/.exec(body)?.[1]?.length ?? 0) : 0;
  const end = first.start + body.length - kept;
  return { before: text.slice(0, first.start), after: text.slice(end) };
}

/** Every `[table]` header outside of multi-line texts. */
function headersOf(text: string): { start: number; keys: string[] }[] {
  const headers: { start: number; keys: string[] }[] = [];
  const tokens =
    /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|^[ \t]*\[{1,2}([^[\]\n]+)\]{1,2}[ \t]*(?=#|\r?$)/gm;
  for (const match of text.matchAll(tokens)) {
    if (match[1] === undefined) continue;
    const keys = Object.keys(flatten(parse(`[${match[1]}]`)));
    headers.push({ start: match.index, keys: keys[0]?.split("\u0000") ?? [] });
  }
  return headers;
}

/** The path of the one table in a parsed header, as a single key. */
function flatten(value: unknown, path: readonly string[] = []): Record<string, true> {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return entries.length === 0
    ? { [path.join("\u0000")]: true }
    : Object.assign({}, ...entries.map(([key, inner]) => flatten(inner, [...path, key])));
}
