import { readFile } from "node:fs/promises";
import { z } from "zod";
import { edit, read, type Value, valueAt } from "../editing/editor.ts";
import type { Client, Reach } from "./client.ts";
import type { Install } from "./installs.ts";

/** A change of one file, not made yet. */
export interface Plan {
  readonly file: string;
  readonly before: string;
  /** What the file will be; null: it goes. */
  readonly after: string | null;
}

/** The text of a file; null where there is none. */
export async function readText(file: string): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** What installing would do, and how it is undone; an entry of ours from before keeps its own way back. */
export async function planInstall(
  client: Client,
  reach: Reach,
  earlier: Install | undefined,
): Promise<{ plan: Plan; install: Install }> {
  const file = client.file();
  const text = await readText(file);
  const root = read(client.editor, file, text ?? "");
  const after = edit(client.editor, file, text ?? "", client.path, client.entry(reach));
  const parents = client.path.slice(0, -1).map((_, index) => client.path.slice(0, index + 1));
  const previous = z.json().safeParse(valueAt(root, client.path));
  const known = earlier?.file === file && previous.success ? earlier : null;
  const install = known ?? {
    file,
    ...(previous.success ? { previous: previous.data } : {}),
    madeParents: parents.filter((path) => valueAt(root, path) === undefined).length,
    madeFile: text === null,
  };
  return { plan: { file, before: text ?? "", after }, install };
}

/** What uninstalling would do: our entry goes, or what stood there before comes back. Null where there is nothing to undo. */
export async function planUninstall(client: Client, install: Install | undefined): Promise<Plan | null> {
  const file = install?.file ?? client.file();
  const text = await readText(file);
  if (text === null || valueAt(read(client.editor, file, text), client.path) === undefined) return null;
  let after = edit(client.editor, file, text, client.path, toValue(install?.previous));
  for (let made = 0; made < (install?.madeParents ?? 0) && install?.previous === undefined; made += 1) {
    const parent = client.path.slice(0, client.path.length - 1 - made);
    if (!isEmpty(valueAt(read(client.editor, file, after), parent))) break;
    after = edit(client.editor, file, after, parent, undefined);
  }
  const gone = install?.madeFile === true && isEmpty(read(client.editor, file, after)) && /^[\s{}]*$/.test(after);
  return { file, before: text, after: gone ? null : after };
}

/** What was recorded is JSON, so it is a value of every format. */
function toValue(previous: Install["previous"]): Value | undefined {
  return previous;
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === "object" && Object.keys(value ?? {}).length === 0);
}
