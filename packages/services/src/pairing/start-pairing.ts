import { randomToken, sha256Hex } from "@clawlink/contract";
import { type Database, pairingSessions } from "@clawlink/db";
import { displayCode } from "./display-code.ts";
import type { PairingRow } from "./pairing-answer.ts";

/** How long a pairing session lives, in milliseconds (CONTRACT.md section 3). */
const lifetimeMs = 15 * 60_000;

/** Starts pairing an install; token and verifier are told once and stored as hashes. */
export async function startPairing(
  database: Database,
  deviceLabel: string,
): Promise<{ row: PairingRow; token: string; verifier: string }> {
  const token = `ps_${randomToken(32)}`;
  const verifier = `pv_${randomToken(43)}`;
  const [row] = await database
    .insert(pairingSessions)
    .values({
      id: `pair_${randomToken(16)}`,
      tokenHash: await sha256Hex(token),
      verifierHash: await sha256Hex(verifier),
      displayCode: displayCode(),
      deviceLabel,
      status: "awaiting_browser",
      expiresAt: new Date(Date.now() + lifetimeMs),
    })
    .returning();
  if (!row) throw new Error("D1 returned no row for a new pairing session.");
  return { row, token, verifier };
}
