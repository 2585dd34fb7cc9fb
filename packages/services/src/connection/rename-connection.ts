import { type Database, userIntegrations } from "@clawlink/db";
import { and, eq } from "drizzle-orm";

/** Gives a connection a label of the person's own; null takes it away. */
export async function renameConnection(
  database: Database,
  userId: string,
  connectionId: number,
  label: string | null,
): Promise<void> {
  await database
    .update(userIntegrations)
    .set({ connectionLabel: label })
    .where(and(eq(userIntegrations.id, connectionId), eq(userIntegrations.userId, userId)));
}
