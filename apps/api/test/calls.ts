import { unwrap } from "@clawlink/contract";
import { toolExecutions } from "@clawlink/db";
import { asc, eq } from "drizzle-orm";
import { call, database, type Person, rpc } from "./world.ts";

/** Runs a tool as an agent does. */
export const execute = (person: Person, tool: string, body: unknown, headers: Record<string, string> = {}) =>
  call("POST", `/api/tools/${tool}/execute`, { key: person.key, body, headers });
/** A confirmed call that makes a customer. */
export const customer = (email: string) => ({ arguments: { email, name: "Customer" }, confirmed: true });

/** The rows of a person's calls, oldest first, once the cell has flushed them. */
export async function usage(person: Person) {
  unwrap(await rpc.flushUsage(person.userId));
  return database
    .select()
    .from(toolExecutions)
    .where(eq(toolExecutions.userId, person.userId))
    .orderBy(asc(toolExecutions.createdAt));
}
