import type { Settings } from "@clawlink/contract";
import { type Database, settings } from "@clawlink/db";
import { sql } from "drizzle-orm";

/** Keeps what the operator `updatedBy` (an id) has set; it holds from the next request on. */
export async function saveSettings(database: Database, chosen: Settings, updatedBy: string): Promise<void> {
  const rows = Object.entries(chosen).map(([name, value]) => ({ name, value, updatedBy }));
  await database
    .insert(settings)
    .values(rows)
    .onConflictDoUpdate({
      target: settings.name,
      set: { value: sql`excluded.value`, updatedBy: sql`excluded.updated_by`, updatedAt: new Date() },
    });
}
