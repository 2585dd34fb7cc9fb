import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../start/options.ts";

/** A TypeScript file of one workspace. */
export interface SourceFile {
  /** Relative to the repository. */
  readonly path: string;
  /** The workspace's folder name, such as `contract` or `web`; null outside workspaces. */
  readonly workspace: string | null;
  readonly isTest: boolean;
  readonly isGenerated: boolean;
  readonly lines: number;
  readonly imports: readonly string[];
  /** Without comments and without the contents of strings. */
  readonly code: string;
}

const importPattern =
  /(?:^|[\s;}])(?:import|export)\b[^"';]*?from\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/gm;

/** Reads one file for the checks. */
export async function readSourceFile(path: string): Promise<SourceFile> {
  return parseSource(path, await readFile(join(root, path), "utf8"));
}

/** What the checks want to know of a file. */
export function parseSource(path: string, text: string): SourceFile {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  return {
    path,
    workspace: /^(?:packages|apps)\/([^/]+)\//.exec(path)?.[1] ?? null,
    isTest: /(^|\/)(test|testing|e2e)\/|\.test\.tsx?$|vitest\.config/.test(path),
    isGenerated: /\.generated\.ts$|\/generated\/|\.d\.ts$/.test(path),
    lines: text.split("\n").length - 1,
    imports: [...withoutComments.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? ""),
    code: withoutComments.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""'),
  };
}
