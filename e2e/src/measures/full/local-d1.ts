import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Product } from "../../product.ts";

/** The local product's D1, as the file its workers write to as well; what waits for a lock waits ten seconds. */
export function openD1({ state }: Product): DatabaseSync {
  const folder = join(state, "storage/v3/d1/miniflare-D1DatabaseObject");
  const [file] = readdirSync(folder).filter((name) => /^[\da-f]{64}\.sqlite$/.test(name));
  if (!file) throw new Error(`There is no D1 in ${folder}.`);
  const database = new DatabaseSync(join(folder, file), { timeout: 10_000 });
  database.exec("pragma synchronous = off; pragma foreign_keys = on");
  return database;
}
