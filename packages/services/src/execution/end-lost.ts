import { type Database, toolExecutions } from "@clawlink/db";
import { and, eq, inArray, lt } from "drizzle-orm";
import { markStale } from "../usage/mark-stale.ts";
import { notSucceeded } from "./not-succeeded.ts";

/** How long D1 alone may say that a call is running, in milliseconds. */
const lostMs = 60 * 60_000;
const callsARun = 50;

/** Ends calls as `unknown` that have been running for an hour, 50 a run: their cell knows nothing of them, or it would have ended them. */
export async function endLost(database: Database, now: number): Promise<void> {
  const { id, userId, createdAt, status } = toolExecutions;
  const lost = and(eq(status, "running"), notSucceeded, lt(createdAt, new Date(now - lostMs)));
  const rows = await database.select({ id, userId, createdAt }).from(toolExecutions).where(lost).limit(callsARun);
  if (rows.length === 0) return;
  const ended = {
    status: "unknown",
    errorType: "unknown",
    errorCode: "internal_error",
    errorMessage: "The call was interrupted; whether it happened is not known.",
    finishedAt: new Date(now),
  } as const;
  const ids = rows.map((row) => row.id);
  await database.batch([
    database
      .update(toolExecutions)
      .set(ended)
      .where(and(lost, inArray(id, ids))),
    markStale(database, rows),
  ]);
}
