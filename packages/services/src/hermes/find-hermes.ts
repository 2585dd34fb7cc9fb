import { AppError, sha256Hex } from "@clawlink/contract";
import { type Database, hermesBootstrapSessions } from "@clawlink/db";
import { eq } from "drizzle-orm";
import type { HermesRow } from "./hermes-status.ts";

/** The bootstrap session of this id. Throws `not_found`. */
export async function findHermes(database: Database, sessionId: string): Promise<HermesRow> {
  const [row] = await database
    .select()
    .from(hermesBootstrapSessions)
    .where(eq(hermesBootstrapSessions.idHash, await sha256Hex(sessionId)));
  if (!row) throw new AppError("not_found", "There is no such session.");
  return row;
}
