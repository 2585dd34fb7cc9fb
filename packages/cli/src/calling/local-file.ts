import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { CliError } from "../cli-error.ts";

/** The largest file ClawLink takes, in bytes. */
const maxBytes = 25_000_000;

/** A file of this machine as an argument and as what is sent along (CONTRACT.md section 10). Throws `usage`. */
export async function localFile(path: string) {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile()) throw new CliError("usage", `There is no file ${path}.`);
  if (facts.size > maxBytes)
    throw new CliError("usage", `${path} has ${facts.size} bytes; a file may have ${maxBytes}.`);
  const data = await readFile(path);
  const md5 = createHash("md5").update(data).digest("hex");
  const file = { name: basename(path), mimetype: "application/octet-stream" };
  const pointer = `file:${md5}`;
  return {
    argument: { ...file, s3key: pointer },
    sent: { ...file, pointer, md5, dataBase64: data.toString("base64") },
  };
}
