import { toolExecutions } from "@clawlink/db";
import { and, eq } from "drizzle-orm";
import { notSucceeded } from "./not-succeeded.ts";

/** The condition for a person's calls that wait for them to decide. */
export function isWaiting(userId: string) {
  return and(eq(toolExecutions.userId, userId), notSucceeded, eq(toolExecutions.status, "pending_approval"));
}
