import { AppError } from "@clawlink/contract";
import { type Database, pairingSessions } from "@clawlink/db";
import { and, eq } from "drizzle-orm";
import { type PairingRow, pairingStatus } from "./pairing-answer.ts";

/** The device says that its key is saved; saying so again changes nothing. Throws `conflict` before the exchange, `gone` when expired. */
export async function finalizePairing(database: Database, session: PairingRow): Promise<PairingRow> {
  const status = pairingStatus(session);
  if (status === "paired") return session;
  if (status === "expired") throw new AppError("gone", "This pairing session has expired. Start pairing again.");
  if (status !== "awaiting_local_save")
    throw new AppError("conflict", "No key has been handed out for this pairing yet.");
  const [row] = await database
    .update(pairingSessions)
    .set({ status: "paired", pairedAt: new Date() })
    .where(and(eq(pairingSessions.id, session.id), eq(pairingSessions.status, "awaiting_local_save")))
    .returning();
  return row ?? session;
}
