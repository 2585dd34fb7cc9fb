import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createOpener } from "@clawlink/vault/open";
import { z } from "zod";
import type { Product } from "./product.ts";

const Row = z.object({ key: z.string(), blob_id: z.string() });
const LocalSecrets = z.object({ vaultPrivateKeys: z.string() });

/** Every credential in KV opened with the deployment's key, by its address there: what has to be nowhere else in clear. */
export async function storedCredentials(product: Product): Promise<{ key: string; text: string }[]> {
  const secrets: unknown = JSON.parse(await readFile(join(product.state, "secrets.json"), "utf8"));
  const opener = await createOpener(LocalSecrets.parse(secrets).vaultPrivateKeys);
  const opened: { key: string; text: string }[] = [];
  for (const { key, record } of await kvRecords(join(product.state, "storage/v3/kv"))) {
    const [, owner = "", subject = "", version = ""] = key.split("/");
    const context = { purpose: "connection", owner, subject, version: Number(version) } as const;
    opened.push({ key, text: (await opener.open(record, context)).open() });
  }
  return opened;
}

/** Miniflare's KV: a table of keys, and one file for each value. */
async function kvRecords(folder: string): Promise<{ key: string; record: string }[]> {
  const files = await readdir(folder, { recursive: true });
  const blobs = new Map(files.map((name) => [name.split("/").at(-1) ?? "", join(folder, name)]));
  const records: { key: string; record: string }[] = [];
  for (const name of files.filter((file) => file.endsWith(".sqlite"))) {
    const database = new DatabaseSync(join(folder, name), { readOnly: true, timeout: 10_000 });
    try {
      const tables = database.prepare("SELECT name FROM sqlite_master WHERE name = '_mf_entries'").all();
      const rows = tables.length > 0 ? database.prepare("SELECT key, blob_id FROM _mf_entries").all() : [];
      for (const row of rows) {
        const { key, blob_id } = Row.parse(row);
        const blob = blobs.get(blob_id);
        if (key.startsWith("credential/") && blob) records.push({ key, record: await readFile(blob, "utf8") });
      }
    } finally {
      database.close();
    }
  }
  return records;
}
