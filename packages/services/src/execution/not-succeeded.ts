import { toolExecutions } from "@clawlink/db";
import { sql } from "drizzle-orm";

/** Lets SQLite use the indexes of calls that did not succeed: it has to see the text of their condition, not a parameter. */
export const notSucceeded = sql`${toolExecutions.status} <> 'succeeded'`;
