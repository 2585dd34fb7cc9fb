import type { LogQuery } from "@clawlink/contract";
import { toolExecutions } from "@clawlink/db";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { notSucceeded } from "../execution/not-succeeded.ts";
import { inScope, type UsageScope } from "./scope.ts";

const { apiKeyId, integration, action, status } = toolExecutions;

/**
 * The calls by one index, for `from` and `where`: newest first, those that meet `condition`, which is `filters` of a query's filters. The
 * query builder knows no `indexed by`, so who uses this writes SQL.
 */
export interface Indexed {
  readonly source: SQL;
  readonly condition: SQL | undefined;
  readonly filters: number;
}

const by = (index: string) => sql`${toolExecutions} indexed by ${sql.identifier(index)}`;

/** The index that leaves the fewest calls to look through for these filters; each ends in the moment and the id of a call. */
export function indexOf(
  scope: UsageScope,
  query: Pick<LogQuery, "device" | "status" | "action" | "integration"> = {},
): Indexed {
  const whose = inScope(scope);
  const own = scope !== "everybody";
  const one = (index: string, condition: SQL | undefined) => ({
    source: by(index),
    condition: and(whose, condition),
    filters: 1,
  });
  if (own && query.device?.startsWith("key_")) return one("tool_executions_user_key", eq(apiKeyId, query.device));
  if (query.status && query.status !== "succeeded")
    return one(
      own ? "tool_executions_user_trouble" : "tool_executions_trouble",
      and(eq(status, query.status), notSucceeded),
    );
  if (own && query.action) return one("tool_executions_user_action", eq(action, query.action));
  if (query.integration)
    return one(own ? "tool_executions_user_app" : "tool_executions_app", eq(integration, query.integration));
  return { source: by(own ? "tool_executions_user" : "tool_executions_age"), condition: whose, filters: 0 };
}
