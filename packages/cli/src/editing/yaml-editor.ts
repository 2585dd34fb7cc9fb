import { isMap, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from "yaml";
import type { Editor, Value } from "./editor.ts";

/** YAML, of which one entry of one top-level mapping is added, replaced or taken out as lines. */
export const yamlEditor: Editor = {
  parse(text) {
    const value: unknown = document(text).toJS({ maxAliasCount: 100 }) ?? {};
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("it is not a mapping");
    return value;
  },
  set(text, path, value) {
    const [section, name] = twoKeys(path);
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    const found = find(text, section, name);
    const lines = (indent: string) => entryLines(indent, name, value).replaceAll("\n", newline);
    if (!found.section) {
      const end = text === "" || text.endsWith("\n") ? "" : newline;
      return `${text}${end}${section}:${newline}${lines("  ")}`;
    }
    if (found.entry) return splice(text, found.entry, lines(found.indent));
    if (!found.servers) {
      // `mcp_servers:`, `{}` or `null`: what stands there makes room for lines.
      const [from, to] = found.value ?? [found.section[1], found.section[1]];
      const cleared = text.slice(0, from).replace(/[ \t]+$/, "") + text.slice(to);
      const at = lineEnd(cleared, found.section[0]);
      return splice(ended(cleared, at, newline), [at, at], lines("  "), newline);
    }
    const at = lineEnd(text, found.servers);
    return splice(ended(text, at, newline), [at, at], lines(found.indent), newline);
  },
  remove(text, path) {
    if (path.length === 1) return withoutEmptySection(text, path[0] ?? "");
    const [section, name] = twoKeys(path);
    const { entry } = find(text, section, name);
    return entry ? splice(text, entry, "") : text;
  },
};

function withoutEmptySection(text: string, section: string): string {
  const found = find(text, section, "");
  if (!found.section || found.servers !== undefined) throw new Error(`${section} holds something`);
  return splice(text, found.section, "");
}

function document(text: string) {
  const parsed = parseDocument(text, { uniqueKeys: true });
  const [problem] = parsed.errors;
  if (problem) throw new Error(`it is not valid YAML: ${problem.message.split("\n")[0]}`);
  return parsed;
}

function twoKeys(path: readonly string[]): [string, string] {
  const [section, name] = path;
  if (section === undefined || name === undefined || path.length !== 2)
    throw new Error("only servers by name can be edited");
  return [section, name];
}

interface Found {
  /** Where the section's key starts, and where its line ends. */
  readonly section?: readonly [number, number];
  /** Where an empty value of the section stands. */
  readonly value?: readonly [number, number] | undefined;
  /** Where the last of the servers ends. */
  readonly servers?: number;
  readonly indent: string;
  /** Where the entry's lines start and end. */
  readonly entry?: readonly [number, number];
}

function find(text: string, section: string, name: string): Found {
  const { contents } = document(text);
  if (contents === null) return { indent: "  " };
  if (!isMap(contents) || contents.flow) throw new Error("it is not written as lines of key: value");
  const pair = pairOf(contents, section);
  if (!pair) return { indent: "  " };
  const start = startOf(pair);
  const at: readonly [number, number] = [start, lineEnd(text, start)];
  const servers = pair.value;
  if (!isMap(servers)) {
    if (servers !== null && !(isScalar(servers) && servers.value === null))
      throw new Error(`${section} is not a mapping`);
    return { section: at, value: rangeOf(servers), indent: "  " };
  }
  if (servers.items.length === 0) return { section: at, value: rangeOf(servers), indent: "  " };
  if (servers.flow) throw new Error(`${section} is written inline. Write its servers on lines of their own`);
  const starts = servers.items.map(startOf);
  const indent = text.slice(lineStart(text, starts[0] ?? 0), starts[0]);
  const entry = pairOf(servers, name);
  const end = endOf(text, servers.items.at(-1), servers.range?.[1] ?? text.length);
  if (!entry) return { section: at, servers: end, indent };
  const index = servers.items.indexOf(entry);
  const stop = lineEnd(text, endOf(text, entry, starts[index + 1] ?? end));
  return { section: at, servers: end, indent, entry: [lineStart(text, startOf(entry)), stop] };
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range: unknown = typeof node === "object" && node !== null && "range" in node ? node.range : null;
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : undefined;
}

const startOf = (pair: Pair) => rangeOf(pair.key)?.[0] ?? 0;

/** Where a pair's own text ends, without the empty lines and comments after it. */
function endOf(text: string, pair: Pair | undefined, limit: number): number {
  const to = Math.min(Math.max(...ends(pair)), limit);
  return text.slice(0, to).trimEnd().length;
}

/** The ends of every leaf: a mapping's own range takes in the comments that follow it. */
function ends(node: unknown): number[] {
  if (isMap(node) && !node.flow && node.items.length > 0) return node.items.flatMap(ends);
  if (typeof node === "object" && node !== null && "key" in node && "value" in node)
    return [...(rangeOf(node.key) ?? []), ...ends(node.value)];
  return [...(rangeOf(node) ?? [0])];
}

const lineStart = (text: string, at: number) => text.lastIndexOf("\n", at - 1) + 1;

/** Just after the line break of the line `at` is in. */
function lineEnd(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  return found < 0 ? text.length : found + 1;
}

const ended = (text: string, at: number, newline: string) =>
  at === text.length && !text.endsWith("\n") ? text + newline : text;

function splice(text: string, [from, to]: readonly [number, number], middle: string, newline = ""): string {
  // A file without a last line break got one, so positions at its end move along.
  const moved = newline !== "" && from > 0 && text[from - 1] !== "\n" ? newline.length : 0;
  return text.slice(0, from + moved) + middle + text.slice(to + moved);
}

function entryLines(indent: string, name: string, value: Value): string {
  const step = Math.max(indent.length, 1);
  const text = stringify(
    { [name]: value },
    { indent: step, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 },
  );
  return text.replace(/^(?=.)/gm, indent);
}
