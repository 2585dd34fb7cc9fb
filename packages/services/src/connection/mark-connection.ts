import type { AuthState } from "@clawlink/contract";
import { type Database, userIntegrations } from "@clawlink/db";
import { and, eq } from "drizzle-orm";

/** The statement that notes a connection's health with the reason a person can act on. */
export function markConnection(
  database: Database,
  userId: string,
  connectionId: number,
  authState: AuthState,
  authError: string | null,
) {
  return database
    .update(userIntegrations)
    .set({ authState, authError })
    .where(and(eq(userIntegrations.id, connectionId), eq(userIntegrations.userId, userId)));
}
