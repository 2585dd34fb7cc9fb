import { cronRuns, type Database } from "@clawlink/db";

/** The last run of each job that has run. */
export async function listRuns(database: Database): Promise<(typeof cronRuns.$inferSelect)[]> {
  return await database.select().from(cronRuns);
}
