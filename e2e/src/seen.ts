import { randomBytes } from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import type { Product } from "./product.ts";

/** What the journeys have handled that may not be found at rest; kept beside the product's state, not in it. */
export interface Seen {
  readonly what: string;
  readonly value: string;
}

const fileOf = (product: Product) => `${product.state}.seen`;

/** Remembers a secret until everything at rest is searched for it. */
export async function remember(product: Product, what: string, value: string): Promise<void> {
  await appendFile(fileOf(product), `${JSON.stringify({ what, value })}\n`, { mode: 0o600 });
}

/** Every secret remembered so far. */
export async function seenSecrets(product: Product): Promise<Seen[]> {
  const lines = (await readFile(fileOf(product), "utf8")).trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

/** A fresh password or name part nobody has used before. */
export function fresh(): string {
  return randomBytes(9).toString("hex");
}
