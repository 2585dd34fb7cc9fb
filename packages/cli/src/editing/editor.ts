import { isDeepStrictEqual } from "node:util";
import { CliError } from "../cli-error.ts";

/** A value in a configuration file. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** How one format is read and edited as text, so that everything else in the file stays as it is. */
export interface Editor {
  /** The file's value. Throws when the text is not valid. */
  parse(text: string): unknown;
  /** The text with `value` at `path`, whose parents it makes. Throws where it cannot. */
  set(text: string, path: readonly string[], value: Value): string;
  /** The text without what is at `path`. Throws where it cannot. */
  remove(text: string, path: readonly string[]): string;
}

/** The value at `path`, or undefined. */
export function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/**
 * Edits a file's text and reads the result back: it has to be the old value with just this one change, else nothing is done. Throws
 * `refusedFile` for text that is not valid or is written in a way the editor cannot keep.
 */
export function edit(
  editor: Editor,
  file: string,
  text: string,
  path: readonly string[],
  value: Value | undefined,
): string {
  const before = read(editor, file, text);
  let after: string;
  let result: unknown;
  try {
    after = value === undefined ? editor.remove(text, path) : editor.set(text, path, value);
    result = editor.parse(after);
  } catch (error) {
    throw refused(file, error instanceof Error ? error.message : "it cannot be edited");
  }
  const wanted = withValue(before, path, value);
  if (!isDeepStrictEqual(plain(pruned(result, path)), plain(pruned(wanted, path))))
    throw refused(file, `${path.join(".")} is written in a way that cannot be edited without touching the rest`);
  return after;
}

/** The file's value. Throws `refusedFile` when the text is not valid. */
export function read(editor: Editor, file: string, text: string): unknown {
  try {
    return editor.parse(text);
  } catch (error) {
    throw refused(file, error instanceof Error ? (error.message.split("\n")[0] ?? "") : "it cannot be read");
  }
}

const refused = (file: string, why: string) => new CliError("refusedFile", `${file} is left as it is: ${why}`);

/** Values of different parsers alike: plain objects, no prototypes, dates as text. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Without parents of `path` that hold nothing: formats differ in whether those stay. */
function pruned(root: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof root !== "object" || root === null) return root;
  const object: Record<string, unknown> = { ...root };
  if (!(key in object) || rest.length === 0) return object;
  const inner = pruned(object[key], rest);
  const empty = inner === null || (typeof inner === "object" && Object.keys(inner ?? {}).length === 0);
  if (empty) delete object[key];
  else object[key] = inner;
  return object;
}

function withValue(root: unknown, [key, ...rest]: readonly string[], value: Value | undefined): unknown {
  if (key === undefined) return value;
  const object: Record<string, unknown> = typeof root === "object" && root !== null ? { ...root } : {};
  const inner = rest.length === 0 ? value : withValue(object[key], rest, value);
  if (inner === undefined) delete object[key];
  else object[key] = inner;
  return object;
}
