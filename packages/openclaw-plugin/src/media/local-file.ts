import { constants } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, sep } from "node:path";
import type { OpenClawApi, ToolContext } from "../openclaw-api.ts";

/** The largest file ClawLink takes, in bytes (25 MB). */
const maxFileBytes = 25_000_000;

/** Folders a file may come from: OpenClaw's own media, and the media of the agent's workspace. */
export function mediaRoots(api: OpenClawApi, context: ToolContext): string[] {
  const own = join(api.runtime.state.resolveStateDir(process.env), "media");
  return context.workspaceDir ? [own, join(context.workspaceDir, "media")] : [own];
}

/** The places a reference may mean: `media://inbound/ID`, `media/inbound/ID`, or an absolute path. */
function candidates(reference: string, roots: readonly string[]): string[] {
  if (isAbsolute(reference)) return [reference];
  const inside = /^(?:media:\/\/|media\/|\.\/media\/)(.+)$/.exec(reference)?.[1];
  return inside === undefined ? [] : roots.map((root) => join(root, inside));
}

/** Reads a file that lies, links resolved, in one of `roots`. Throws with what to do when it is elsewhere, odd or too large. */
export async function readLocalFile(reference: string, roots: readonly string[]): Promise<Buffer> {
  const folders = await Promise.all(roots.map((root) => realpath(root).catch(() => null)));
  const allowed = folders.filter((folder) => folder !== null);
  for (const path of candidates(reference, roots)) {
    // O_NONBLOCK: opening a pipe must not hang.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
    if (!handle) continue;
    try {
      const opened = await handle.stat();
      const real = await realpath(path);
      const named = await stat(real);
      // What was opened is what the resolved name means, so a link swapped in between changes nothing.
      const same = named.ino === opened.ino && named.dev === opened.dev;
      if (!same || !allowed.some((folder) => real.startsWith(folder + sep))) continue;
      if (!opened.isFile() || opened.nlink > 1) throw new Error(`${reference} is not a plain file.`);
      if (opened.size > maxFileBytes)
        throw new Error(
          `${reference} has ${opened.size} bytes; a file may have ${maxFileBytes}. Send a smaller one, or a link.`,
        );
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  }
  throw new Error(
    `There is no file ${JSON.stringify(reference.slice(0, 200))} in OpenClaw's media folders. Files come from there (media://inbound/ID) or from an https URL.`,
  );
}
