import { type HermesStart, randomToken, sha256Hex } from "@clawlink/contract";
import { type Database, hermesBootstrapSessions } from "@clawlink/db";
import type { HermesRow } from "./hermes-status.ts";

/** How long a person has to approve, in milliseconds. */
const lifetimeMs = 15 * 60_000;

/** Starts a bootstrap session; its id is all the poller will hold, so it is random and stored as a hash. */
export async function startHermes(
  database: Database,
  facts: HermesStart,
): Promise<{ row: HermesRow; sessionId: string }> {
  const sessionId = `hbs_${randomToken(32)}`;
  const [row] = await database
    .insert(hermesBootstrapSessions)
    .values({
      idHash: await sha256Hex(sessionId),
      agentFamily: facts.agent_family,
      agentVersion: facts.agent_version ?? null,
      clientLabel: facts.client_label ?? null,
      hostname: facts.hostname ?? null,
      platform: facts.platform ?? null,
      status: "pending_approval",
      expiresAt: new Date(Date.now() + lifetimeMs),
    })
    .returning();
  if (!row) throw new Error("D1 returned no row for a new bootstrap session.");
  return { row, sessionId };
}
