import { createHash } from "node:crypto";
import type { InlineFile } from "@clawlink/contract";
import { type FileContent, FileField } from "@clawlink/provider-kit";
import { StageFailure } from "./failure.ts";
import { isPublicAddress, urlRefusal } from "./guard-url.ts";
import type { Ports } from "./ports.ts";
import { readBody } from "./read-body.ts";

const maxFileBytes = 25_000_000;
const maxTotalBytes = 100_000_000;
const maxRedirects = 3;

/** Decodes a file sent inside the request; its md5 must be right. */
function decodeInline(file: InlineFile): Uint8Array {
  if (file.dataBase64.length > (maxFileBytes * 4) / 3 + 4)
    throw new StageFailure("file_too_large", `${file.name} is over 25 MB.`);
  const invalid = (why: string) =>
    new StageFailure("invalid_arguments", `The file ${file.name.slice(0, 80)} ${why}.`, { invalidFields: ["files"] });
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(file.dataBase64)) throw invalid("is not base64");
  const bytes = new Uint8Array(Buffer.from(file.dataBase64, "base64"));
  if (bytes.length > maxFileBytes) throw new StageFailure("file_too_large", `${file.name} is over 25 MB.`);
  if (createHash("md5").update(bytes).digest("hex") !== file.md5.toLowerCase()) throw invalid("does not match its md5");
  return bytes;
}

/** Fetches a public file: https, no private address before or after resolution, every redirect checked again. */
async function fetchFile(address: string, ports: Pick<Ports, "fetch" | "resolve">): Promise<Uint8Array> {
  const refuse = (why: string) =>
    new StageFailure("invalid_arguments", `The file could not be fetched: ${why}`, { invalidFields: ["s3key"] });
  const signal = AbortSignal.timeout(30_000);
  let url = URL.parse(address);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    if (!url) throw refuse("it is neither an https address nor the pointer of an entry of files[].");
    const refusal = urlRefusal(url);
    if (refusal) throw refuse(refusal);
    const addresses = await ports.resolve(url.hostname).catch(() => []);
    if (addresses.length === 0) throw refuse("its host has no address.");
    if (!addresses.every(isPublicAddress)) throw refuse("its host is not of the public internet.");
    const response = await ports.fetch(url, { redirect: "manual", signal }).catch(() => {
      throw refuse("its host does not answer.");
    });
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel();
      url = URL.parse(location, url);
      continue;
    }
    if (!response.ok) throw refuse(`its host answered ${response.status}.`);
    const bytes = await readBody(response.body, maxFileBytes).catch(() => {
      throw refuse("its host stopped answering.");
    });
    if (!bytes) throw new StageFailure("file_too_large", "The file is over 25 MB.");
    return bytes;
  }
  throw refuse("it redirects too often.");
}

/** The content of every file field of an input, ready for `request()` (CONTRACT.md section 10). */
export async function resolveFiles(
  fields: readonly string[],
  input: Readonly<Record<string, unknown>>,
  inline: readonly InlineFile[],
  ports: Pick<Ports, "fetch" | "resolve">,
): Promise<Map<string, FileContent>> {
  const contents = new Map<string, FileContent>();
  let total = 0;
  for (const field of fields) {
    const argument = FileField.safeParse(input[field]);
    if (!argument.success) continue;
    const sent = inline.find((file) => file.pointer === argument.data.s3key);
    const bytes = sent ? decodeInline(sent) : await fetchFile(argument.data.s3key, ports);
    total += bytes.length;
    if (total > maxTotalBytes) throw new StageFailure("file_too_large", "The files of one request are over 100 MB.");
    contents.set(field, { name: argument.data.name, mimetype: argument.data.mimetype, bytes });
  }
  return contents;
}
