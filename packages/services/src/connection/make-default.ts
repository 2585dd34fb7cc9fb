import { type Database, userIntegrations } from "@clawlink/db";
import { and, eq } from "drizzle-orm";

/** Makes one connection the default of its app and the former default an ordinary one, in one batch. */
export async function makeDefault(
  database: Database,
  userId: string,
  integration: string,
  connectionId: number,
): Promise<void> {
  const own = and(eq(userIntegrations.userId, userId), eq(userIntegrations.integration, integration));
  await database.batch([
    database
      .update(userIntegrations)
      .set({ isDefault: false })
      .where(and(own, eq(userIntegrations.isDefault, true))),
    database
      .update(userIntegrations)
      .set({ isDefault: true })
      .where(and(own, eq(userIntegrations.id, connectionId))),
  ]);
}
