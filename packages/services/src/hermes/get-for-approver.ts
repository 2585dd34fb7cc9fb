import { type HermesStatus, sha256Hex } from "@clawlink/contract";
import { type Database, hermesBootstrapSessions } from "@clawlink/db";
import { eq } from "drizzle-orm";

/** A Hermes agent as the person asked to approve it sees it. */
export interface HermesToApprove {
  readonly agentFamily: string;
  readonly agentVersion: string | null;
  readonly clientLabel: string | null;
  readonly hostname: string | null;
  readonly platform: string | null;
  readonly status: HermesStatus;
  /** Who approved it, null while nobody has. */
  readonly userId: string | null;
  readonly startedAt: string;
}

/** The bootstrap session a link names, null when there is none; `now` (epoch ms) decides whether its time is over. */
export async function getHermesForApprover(
  database: Database,
  sessionId: string,
  now: number,
): Promise<HermesToApprove | null> {
  const row = await database
    .select()
    .from(hermesBootstrapSessions)
    .where(eq(hermesBootstrapSessions.idHash, await sha256Hex(sessionId)))
    .get();
  if (!row) return null;
  const over = row.expiresAt.getTime() <= now && row.status === "pending_approval";
  return {
    agentFamily: row.agentFamily,
    agentVersion: row.agentVersion,
    clientLabel: row.clientLabel,
    hostname: row.hostname,
    platform: row.platform,
    status: over ? "expired" : row.status,
    userId: row.userId,
    startedAt: row.createdAt.toISOString(),
  };
}
