import { createHash } from "node:crypto";
import { basename } from "node:path";
import * as z from "zod";
import type { OpenClawApi, ToolContext } from "../openclaw-api.ts";
import { mediaRoots, readLocalFile } from "./local-file.ts";
import { mediaType } from "./media-type.ts";

/** All files of one call together, in bytes (100 MB). */
const maxTotalBytes = 100_000_000;

const FileArgument = z.looseObject({ s3key: z.string(), name: z.string().optional(), mimetype: z.string().optional() });

/** A file sent along with a call (CONTRACT.md section 10). */
export interface AttachedFile {
  readonly pointer: string;
  readonly name: string;
  readonly mimetype: string;
  readonly md5: string;
  readonly dataBase64: string;
}

/** Reads every file that `args` names by a local `s3key`, and completes its name and type; URLs stay as they are. */
export async function attachFiles(
  args: Record<string, unknown>,
  api: OpenClawApi,
  context: ToolContext,
): Promise<{ args: Record<string, unknown>; files: AttachedFile[] }> {
  const files = new Map<string, AttachedFile>();
  const roots = mediaRoots(api, context);
  let total = 0;

  async function attach({ s3key, name, mimetype, ...rest }: z.infer<typeof FileArgument>) {
    const known = files.get(s3key);
    const file = known ?? (await read(s3key, name ?? basename(s3key), mimetype));
    files.set(s3key, file);
    return { ...rest, name: name ?? file.name, mimetype: mimetype ?? file.mimetype, s3key };
  }

  async function read(s3key: string, name: string, mimetype = mediaType(name)): Promise<AttachedFile> {
    const data = await readLocalFile(s3key, roots);
    total += data.length;
    if (total > maxTotalBytes)
      throw new Error(`The files have over ${maxTotalBytes} bytes together. Send fewer, or links.`);
    const md5 = createHash("md5").update(data).digest("hex");
    return { pointer: s3key, name, mimetype, md5, dataBase64: data.toString("base64") };
  }

  async function visit(value: unknown): Promise<unknown> {
    if (Array.isArray(value)) return sequentially(value, visit);
    if (typeof value !== "object" || value === null) return value;
    const file = FileArgument.safeParse(value);
    if (file.success) return /^https?:\/\//i.test(file.data.s3key) ? value : attach(file.data);
    const entries = await sequentially(
      Object.entries(value),
      async ([key, inner]) => [key, await visit(inner)] as const,
    );
    return Object.fromEntries(entries);
  }

  const visited = await sequentially(Object.entries(args), async ([key, value]) => [key, await visit(value)] as const);
  return { args: Object.fromEntries(visited), files: [...files.values()] };
}

/** One after the other, so that the total is known before the next file is read. */
async function sequentially<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
