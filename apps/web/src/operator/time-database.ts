import type { Probe } from "@clawlink/contract";
import { type Database, users } from "@clawlink/db";

/** How D1 answers the pages. */
export async function timeDatabase(database: Database): Promise<Probe> {
  const startedAt = Date.now();
  try {
    await database.select({ id: users.id }).from(users).limit(1);
    return { ok: true, ms: Date.now() - startedAt };
  } catch {
    return { ok: false };
  }
}
