import { CliError } from "../cli-error.ts";
import { flagName } from "./flag-name.ts";
import { isFile, type Property, type ToolSchema } from "./tool-schema.ts";

/** Arguments read from flags; `files` are those whose value names a file on this machine. */
export interface FlagArguments {
  readonly args: Record<string, unknown>;
  readonly files: ReadonlyMap<string, string>;
}

/** Reads `--name value`, `--name=value` and lone `--name` as the schema has them; a list takes its flag several times. Throws `usage`. */
export function readFlags(words: readonly string[], schema: ToolSchema): FlagArguments {
  const known = new Map(Object.keys(schema.properties).map((key) => [flagName(key), key]));
  const args: Record<string, unknown> = {};
  const files = new Map<string, string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, flag = "", inline] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const key = known.get(flagName(flag));
    const property = key === undefined ? undefined : schema.properties[key];
    if (key === undefined || !property) throw unknownFlag(word, [...known.keys()]);
    const lone = inline === undefined && typeOf(property) === "boolean" && !["true", "false"].includes(rest[0] ?? "");
    const text = lone ? "true" : (inline ?? rest.shift());
    if (text === undefined) throw new CliError("usage", `${word} needs a value.`);
    if (isFile(property) && !/^\s*\{|^https?:/i.test(text)) files.set(key, text);
    else if (typeOf(property) === "array" && !text.trimStart().startsWith("[")) {
      const before = args[key];
      args[key] = [...(Array.isArray(before) ? before : []), scalar(word, text, itemsOf(property))];
    } else args[key] = isFile(property) && /^https?:/i.test(text) ? { s3key: text } : scalar(word, text, property);
  }
  return { args, files };
}

function typeOf({ type }: Property): string {
  return Array.isArray(type) ? (type.find((name) => name !== "null") ?? "") : (type ?? "");
}

function itemsOf({ items }: Property): Property {
  return typeof items === "object" && items !== null && "type" in items && typeof items.type === "string"
    ? { type: items.type }
    : {};
}

/** A value as its type has it; ClawLink checks it against the whole schema. */
function scalar(word: string, text: string, property: Property): unknown {
  switch (typeOf(property)) {
    case "integer":
    case "number": {
      const value = Number(text);
      if (text.trim() === "" || Number.isNaN(value))
        throw new CliError("usage", `${word} takes a number, not ${text}.`);
      return value;
    }
    case "boolean":
      if (text !== "true" && text !== "false") throw new CliError("usage", `${word} takes true or false, not ${text}.`);
      return text === "true";
    case "object":
    case "array":
      return parseJson(word, text);
    default:
      return text;
  }
}

/** JSON a person typed. Throws `usage`. */
export function parseJson(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError("usage", `${what} is not JSON: ${error instanceof Error ? error.message : ""}`);
  }
}

function unknownFlag(word: string, known: readonly string[]): CliError {
  const flags = known.map((name) => `--${name}`).join(", ");
  return new CliError("usage", `This tool has no ${word.split("=")[0]}. It takes ${flags || "no arguments"}.`);
}
