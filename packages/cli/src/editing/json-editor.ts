import { findNodeAtLocation, type Node, type ParseError, parse, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Editor } from "./editor.ts";
import { nextToken, skipSpace } from "./json-space.ts";

const options = { allowTrailingComma: true };

/** JSON, with the comments and trailing commas that many programs allow in their settings; edited as text, one property at a time. */
export const jsonEditor: Editor = {
  parse(text) {
    const body = text.replace(/^\uFEFF/, "");
    if (body.trim() === "") return {};
    const errors: ParseError[] = [];
    const value: unknown = parse(body, errors, options);
    const first = errors[0];
    if (first)
      throw new Error(
        `it is not valid JSON (${printParseErrorCode(first.error)} in line ${lineOf(body, first.offset)})`,
      );
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("it is not a JSON object");
    return value;
  },
  set(text, path, value) {
    const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    const body = text.slice(mark.length).trim() === "" ? "{}\n" : text.slice(mark.length);
    const root = rootOf(body);
    const present = findNodeAtLocation(root, [...path]);
    if (present)
      return mark + splice(body, present.offset, ends(present), valueText(body, value, indentAt(body, present.offset)));
    const made = path.findIndex((_, index) => !findNodeAtLocation(root, path.slice(0, index + 1)));
    const parent = findNodeAtLocation(root, path.slice(0, made)) ?? root;
    const inner = path.slice(made + 1).reduceRight<unknown>((rest, key) => ({ [key]: rest }), value);
    return mark + insert(body, parent, path[made] ?? "", inner);
  },
  remove(text, path) {
    const node = findNodeAtLocation(rootOf(text), [...path]);
    return node?.parent?.parent ? takeOut(text, node.parent, node.parent.parent) : text;
  },
};

function rootOf(text: string): Node {
  const root = parseTree(text, [], options);
  if (!root) throw new Error("it is not valid JSON");
  return root;
}

const ends = (node: Node) => node.offset + node.length;
const splice = (text: string, from: number, to: number, middle: string) =>
  text.slice(0, from) + middle + text.slice(to);
const lineOf = (text: string, offset: number) => text.slice(0, offset).split("\n").length;
const newlineOf = (text: string) => (text.includes("\r\n") ? "\r\n" : "\n");

/** One step of indentation, as the file has it; two spaces where it has none. */
const unitOf = (text: string) => /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ";

/** The indentation of the line `at` is in. */
function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1, at))?.[0] ?? "";
}

function valueText(text: string, value: unknown, indent: string): string {
  const lines = JSON.stringify(value, null, unitOf(text)).split("\n");
  return lines.join(newlineOf(text) + indent);
}

function insert(text: string, parent: Node, key: string, value: unknown): string {
  if (parent.type !== "object") throw new Error(`what ${key} belongs into is not an object`);
  const newline = newlineOf(text);
  const last = parent.children?.at(-1);
  const close = ends(parent) - 1;
  if (!last) {
    const outer = indentAt(text, parent.offset);
    const inner = outer + unitOf(text);
    const kept = text.slice(parent.offset + 1, close).trimEnd();
    const entry = `${newline}${inner}${JSON.stringify(key)}: ${valueText(text, value, inner)}${newline}${outer}`;
    return splice(text, parent.offset + 1, close, kept + entry);
  }
  const comma = nextToken(text, ends(last)) === "," ? skipSpace(text, ends(last)) : null;
  const from = comma === null ? ends(last) : comma + 1;
  const indent = indentAt(text, last.offset);
  const entry = `${JSON.stringify(key)}: ${valueText(text, value, indent)}`;
  const lineEnd = text.indexOf("\n", from);
  if (
    lineEnd < 0 ||
    lineEnd > close ||
    text.slice(text.lastIndexOf("\n", last.offset) + 1, last.offset).trim() !== ""
  ) {
    // All on one line stays so.
    const flat = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return splice(text, from, from, comma === null ? `, ${flat}` : ` ${flat},`);
  }
  const at = text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd;
  const added = splice(text, at, at, `${newline}${indent}${entry}${comma === null ? "" : ","}`);
  return comma === null ? splice(added, from, from, ",") : added;
}

function takeOut(text: string, property: Node, parent: Node): string {
  const siblings = parent.children ?? [];
  const index = siblings.indexOf(property);
  const before = siblings[index - 1];
  const after = skipSpace(text, ends(property));
  const ownComma = text[after] === ",";
  const to = ownComma ? after + 1 : ends(property);
  if (
    siblings.length === 1 &&
    text.slice(parent.offset + 1, property.offset).trim() === "" &&
    text.slice(to, ends(parent) - 1).trim() === ""
  )
    return splice(text, parent.offset, ends(parent), "{}");
  const lineStart = text.lastIndexOf("\n", property.offset) + 1;
  const lineEnd = text.indexOf("\n", to);
  const ownLines =
    text.slice(lineStart, property.offset).trim() === "" && lineEnd >= 0 && text.slice(to, lineEnd).trim() === "";
  const start = sameLineStart(text, property.offset);
  const cut = ownLines ? splice(text, lineStart, lineEnd + 1, "") : splice(text, start, to, "");
  const orphan = before && !ownComma && index === siblings.length - 1 ? skipSpace(text, ends(before)) : -1;
  if (orphan < 0 || text[orphan] !== ",") return cut;
  // The comma that stood before the last property goes too, and on one line the space after it.
  return splice(cut, orphan, ownLines ? orphan + 1 : start, "");
}

/** Where a property on a line with others starts: with the one space after the comma before it. */
function sameLineStart(text: string, at: number): number {
  return text.slice(at - 2, at) === ", " ? at - 1 : at;
}
