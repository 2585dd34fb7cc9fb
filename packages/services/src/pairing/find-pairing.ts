import { AppError, equalInConstantTime, sha256Hex } from "@clawlink/contract";
import { type Database, pairingSessions } from "@clawlink/db";
import { eq } from "drizzle-orm";
import type { PairingRow } from "./pairing-answer.ts";

/** The pairing session of this token. Throws `not_found`. */
export async function findPairing(database: Database, token: string): Promise<PairingRow> {
  const [row] = await database
    .select()
    .from(pairingSessions)
    .where(eq(pairingSessions.tokenHash, await sha256Hex(token)));
  if (!row) throw new AppError("not_found", "There is no such pairing session.");
  return row;
}

/** The same, for the device that started it. Throws `forbidden` for a wrong verifier. */
export async function findPairingOfDevice(database: Database, token: string, verifier: string): Promise<PairingRow> {
  const row = await findPairing(database, token);
  if (!equalInConstantTime(row.verifierHash, await sha256Hex(verifier)))
    throw new AppError("forbidden", "The verifier is not the one this session was started with.");
  return row;
}
