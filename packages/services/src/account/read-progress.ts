import { apiKeys, type Database, toolExecutions, userIntegrations } from "@clawlink/db";
import { and, eq, gt, isNull } from "drizzle-orm";

/** How far a person has come: whether an agent can act for them, an app is connected, and a call has succeeded. */
export interface Progress {
  readonly agent: boolean;
  readonly app: boolean;
  readonly call: boolean;
}

/** Reads how far a person has come, as D1 knows it. */
export async function readProgress(database: Database, userId: string): Promise<Progress> {
  const [agents, apps, calls] = await database.batch([
    database
      .select({ id: apiKeys.id })
      .from(apiKeys)
      .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
      .limit(1),
    database
      .select({ id: userIntegrations.id })
      .from(userIntegrations)
      .where(and(eq(userIntegrations.userId, userId), gt(userIntegrations.credentialVersion, 0)))
      .limit(1),
    database
      .select({ id: toolExecutions.id })
      .from(toolExecutions)
      .where(
        and(
          eq(toolExecutions.userId, userId),
          eq(toolExecutions.status, "succeeded"),
          eq(toolExecutions.mode, "direct"),
        ),
      )
      .limit(1),
  ]);
  return { agent: agents.length > 0, app: apps.length > 0, call: calls.length > 0 };
}
