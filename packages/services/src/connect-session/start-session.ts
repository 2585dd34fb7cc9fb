import { type FlowType, randomToken, sha256Hex } from "@clawlink/contract";
import { connectionSessions, type Database } from "@clawlink/db";
import { displayCode } from "../pairing/display-code.ts";
import type { ConnectSessionRow } from "./session-answer.ts";

/** How long a person has to finish connecting, in milliseconds. */
const lifetimeMs = 15 * 60_000;

/** Starts a connection session; the token is told once and stored as its hash. */
export async function startSession(
  database: Database,
  facts: {
    userId: string;
    integration: string;
    flowType: FlowType;
    connectionId: number | null;
    apiKeyId: string | null;
  },
): Promise<{ row: ConnectSessionRow; token: string }> {
  const token = `cs_${randomToken(32)}`;
  const [row] = await database
    .insert(connectionSessions)
    .values({
      id: `con_${randomToken(16)}`,
      tokenHash: await sha256Hex(token),
      displayCode: displayCode(),
      status: "awaiting_user_action",
      expiresAt: new Date(Date.now() + lifetimeMs),
      ...facts,
    })
    .returning();
  if (!row) throw new Error("D1 returned no row for a new connection session.");
  return { row, token };
}
