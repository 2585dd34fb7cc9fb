import { AppError, type LogQuery } from "@clawlink/contract";
import { toolExecutions } from "@clawlink/db";
import { and, eq, gte, lte, or, type SQL, sql } from "drizzle-orm";

const dayLength = 24 * 60 * 60 * 1000;

/** A moment, or a bare date (UTC), of which `to` takes in the whole day. Throws `bad_request`. */
function readMoment(text: string, field: "from" | "to"): Date {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new AppError("bad_request", `${field} is not a date.`);
  const wholeDay = field === "to" && /^\d{4}-\d{2}-\d{2}$/.test(text);
  return new Date(wholeDay ? time + dayLength - 1 : time);
}

/** `text` found anywhere in a column, as typed. Not LIKE: D1 takes patterns of 50 bytes at the most. */
function contains(column: SQL | typeof toolExecutions.action, text: string): SQL {
  return sql`instr(lower(${column}), lower(${text})) > 0`;
}

/** The condition for the filters of a query, all of which must hold. */
export function matching(query: Omit<LogQuery, "limit" | "cursor">): SQL | undefined {
  const { integration, action, status, device, from, to, search } = query;
  return and(
    integration ? eq(toolExecutions.integration, integration) : undefined,
    action ? eq(toolExecutions.action, action) : undefined,
    status ? eq(toolExecutions.status, status) : undefined,
    device ? or(eq(toolExecutions.apiKeyId, device), eq(toolExecutions.device, device)) : undefined,
    from ? gte(toolExecutions.createdAt, readMoment(from, "from")) : undefined,
    to ? lte(toolExecutions.createdAt, readMoment(to, "to")) : undefined,
    search
      ? or(
          contains(toolExecutions.action, search),
          contains(sql`coalesce(${toolExecutions.integration}, '')`, search),
          contains(sql`coalesce(${toolExecutions.errorMessage}, '')`, search),
          contains(sql`coalesce(${toolExecutions.device}, '')`, search),
        )
      : undefined,
  );
}
