import { type Database, toolExecutions } from "@clawlink/db";
import { isWaiting } from "./is-waiting.ts";

/** How many calls wait for a person, as D1 knows it. */
export function countWaiting(database: Database, userId: string): Promise<number> {
  return database.$count(toolExecutions, isWaiting(userId));
}
