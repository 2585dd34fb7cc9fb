import { type Database, userIntegrations } from "@clawlink/db";
import { and, eq } from "drizzle-orm";

/** Deletes exactly one row and, when it was the default, promotes `heir`, in one batch. */
export async function deleteConnection(
  database: Database,
  userId: string,
  connectionId: number,
  heir: number | null,
): Promise<void> {
  const own = (id: number) => and(eq(userIntegrations.userId, userId), eq(userIntegrations.id, id));
  const removal = database.delete(userIntegrations).where(own(connectionId));
  if (heir === null) await removal;
  else await database.batch([removal, database.update(userIntegrations).set({ isDefault: true }).where(own(heir))]);
}
