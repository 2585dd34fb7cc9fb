import type { Key } from "@clawlink/contract";
import { kindWords } from "./policy-words.ts";

/** The keys in whose name, kind, last characters or client a text occurs; all of them without one. */
export function findKeys(keys: readonly Key[], search = ""): readonly Key[] {
  const wanted = search.toLowerCase();
  return keys.filter(({ name, kind, hint, lastUsedClient }) =>
    [name, kindWords[kind], hint, lastUsedClient ?? ""].some((text) => text.toLowerCase().includes(wanted)),
  );
}
