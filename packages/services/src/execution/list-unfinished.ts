import { type Database, toolExecutions } from "@clawlink/db";
import { and, eq, lt, or } from "drizzle-orm";
import { notSucceeded } from "./not-succeeded.ts";

const minute = 60_000;
/** When the cell should have ended a call: a running one after 5 minutes, one that waits for a person after a day. */
const lateMs = { running: 10 * minute, pending_approval: (24 * 60 + 10) * minute };

const late = (status: keyof typeof lateMs, now: number) =>
  and(eq(toolExecutions.status, status), notSucceeded, lt(toolExecutions.createdAt, new Date(now - lateMs[status])));

/** Accounts with calls that should have ended before `now` (epoch ms), 50 at the most. */
export async function listUnfinished(database: Database, now: number): Promise<string[]> {
  const rows = await database
    .selectDistinct({ userId: toolExecutions.userId })
    .from(toolExecutions)
    .where(or(late("running", now), late("pending_approval", now)))
    .limit(50);
  return rows.map(({ userId }) => userId);
}
