import { AppError } from "@clawlink/contract";
import { type Database, pairingSessions, users } from "@clawlink/db";
import { and, eq, gt } from "drizzle-orm";
import { findPairing } from "./find-pairing.ts";
import { maskEmail } from "./mask-email.ts";
import { type PairingRow, pairingStatus } from "./pairing-answer.ts";

/** Why a session that is not waiting for the browser cannot be decided. */
async function refusal(database: Database, token: string): Promise<AppError> {
  const status = pairingStatus(await findPairing(database, token));
  if (status === "expired")
    return new AppError("gone", "This pairing session has expired. Start pairing again on the device.");
  return new AppError("conflict", "This pairing session was decided already.");
}

/** A signed-in person approves or rejects a device, once. Throws `not_found`, `conflict` or `gone`. */
export async function decidePairing(
  database: Database,
  userId: string,
  token: string,
  action: "approve" | "reject",
): Promise<PairingRow> {
  const session = await findPairing(database, token);
  const [person] = await database.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!person) throw new AppError("not_found", "There is no such account.");
  const values =
    action === "approve"
      ? {
          status: "ready_for_device" as const,
          userId,
          approvedUserHint: maskEmail(person.email),
          approvedAt: new Date(),
        }
      : { status: "failed" as const };
  const [row] = await database
    .update(pairingSessions)
    .set(values)
    .where(
      and(
        eq(pairingSessions.id, session.id),
        eq(pairingSessions.status, "awaiting_browser"),
        gt(pairingSessions.expiresAt, new Date()),
      ),
    )
    .returning();
  if (!row) throw await refusal(database, token);
  return row;
}
