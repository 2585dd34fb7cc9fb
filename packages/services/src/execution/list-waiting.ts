import { type Database, toolExecutions, userIntegrations } from "@clawlink/db";
import { and, asc, eq } from "drizzle-orm";
import { isWaiting } from "./is-waiting.ts";

/** A call that waits for a person. */
export interface WaitingCall {
  readonly id: string;
  readonly integration: string | null;
  readonly action: string;
  /** The name of the key that asked. */
  readonly device: string | null;
  /** What the person calls the account it would use, or the account itself. */
  readonly account: string | null;
  readonly createdAt: string;
}

/** The calls that wait for a person, from `offset` on, the oldest first: it is the next to expire. */
export async function listWaiting(
  database: Database,
  userId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<WaitingCall[]> {
  const { id, integration, action, device, createdAt } = toolExecutions;
  const { connectionLabel, accountLabel } = userIntegrations;
  const rows = await database
    .select({ id, integration, action, device, createdAt, connectionLabel, accountLabel })
    .from(toolExecutions)
    .leftJoin(
      userIntegrations,
      and(eq(userIntegrations.id, toolExecutions.connectionId), eq(userIntegrations.userId, userId)),
    )
    .where(isWaiting(userId))
    .orderBy(asc(toolExecutions.createdAt), asc(toolExecutions.id))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => ({
    id: row.id,
    integration: row.integration,
    action: row.action,
    device: row.device,
    account: row.connectionLabel ?? row.accountLabel,
    createdAt: row.createdAt.toISOString(),
  }));
}
