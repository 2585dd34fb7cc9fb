import { sha256Hex } from "@clawlink/contract";

/** JSON with object keys in order, so that equal values give equal text. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item)}`).join(",")}}`;
}

/** What makes two calls the same call: tool, arguments, the connection named and the files sent along. */
export function fingerprint(
  toolName: string,
  input: Record<string, unknown>,
  connectionId: number | null,
  files: readonly { readonly pointer: string; readonly md5: string }[],
): Promise<string> {
  const sent = files.map(({ pointer, md5 }) => [pointer, md5.toLowerCase()]);
  return sha256Hex(canonicalJson([toolName, input, connectionId, sent]));
}
