import { AppError } from "@clawlink/contract";
import { type Database, userIntegrations } from "@clawlink/db";
import { and, eq, or, sql } from "drizzle-orm";

const label = userIntegrations.connectionLabel;

/**
 * Gives a connection a label of the person's own; null takes it away. Check and write are one statement: throws `conflict` when the label is
 * not what it `was` where it was changed (undefined where that does not matter), `not_found` for any that is not the person's.
 */
export async function renameConnection(
  database: Database,
  userId: string,
  connectionId: number,
  wanted: string | null,
  was?: string | null,
): Promise<void> {
  const own = and(eq(userIntegrations.id, connectionId), eq(userIntegrations.userId, userId));
  const unchanged = was === undefined ? undefined : or(sql`${label} is ${was}`, sql`${label} is ${wanted}`);
  const written = await database
    .update(userIntegrations)
    .set({ connectionLabel: wanted })
    .where(and(own, unchanged))
    .returning({ id: userIntegrations.id });
  if (written.length > 0) return;
  const [row] = await database.select({ label }).from(userIntegrations).where(own);
  if (!row) throw new AppError("not_found", "There is no such connection.");
  // Isolated from the direction of the sentence around it.
  const name = row.label === null ? "its own name" : `“\u2068${row.label.replaceAll("\u2069", "")}\u2069”`;
  throw new AppError("conflict", `Meanwhile it was given ${name}.`, { hint: "Save again to change that." });
}
