import { type Effect, type ExecutionStatus, effects, type LoggedAttempt } from "@clawlink/contract";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";
import { users } from "./users.ts";

/** One row a call, whatever became of it. Inputs and outputs are redacted and capped. */
export const toolExecutions = sqliteTable(
  "tool_executions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    apiKeyId: text("api_key_id"),
    device: text("device"),
    integration: text("integration"),
    action: text("action").notNull(),
    connectionId: integer("connection_id"),
    mode: text("mode", { enum: ["direct", "preview"] }).notNull(),
    effect: text("effect", { enum: effects }).$type<Effect>(),
    status: text("status").$type<ExecutionStatus>().notNull(),
    errorType: text("error_type"),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    attempts: integer("attempts").notNull().default(0),
    attemptLog: text("attempt_log", { mode: "json" }).$type<readonly LoggedAttempt[]>(),
    pacedMs: integer("paced_ms").notNull().default(0),
    latencyMs: integer("latency_ms"),
    providerRequestId: text("provider_request_id"),
    input: text("input", { mode: "json" }).$type<unknown>(),
    output: text("output", { mode: "json" }).$type<unknown>(),
    createdAt: moment("created_at").notNull(),
    finishedAt: moment("finished_at"),
  },
  // Usage names the index it reads by (services/usage/index-of.ts): without statistics SQLite guesses, and guesses wrong.
  (table) => [
    index("tool_executions_user").on(table.userId, table.createdAt, table.id),
    index("tool_executions_user_app").on(table.userId, table.integration, table.createdAt, table.id),
    index("tool_executions_user_action").on(table.userId, table.action, table.createdAt, table.id),
    // Most calls succeed, so an index of those that did not is small, and one of those that did would help nobody.
    index("tool_executions_user_trouble")
      .on(table.userId, table.status, table.createdAt, table.id)
      .where(sql`${table.status} <> 'succeeded'`),
    index("tool_executions_user_key").on(table.userId, table.apiKeyId, table.createdAt, table.id),
    index("tool_executions_age").on(table.createdAt, table.id),
    index("tool_executions_app").on(table.integration, table.createdAt, table.id),
    index("tool_executions_trouble")
      .on(table.status, table.createdAt, table.id)
      .where(sql`${table.status} <> 'succeeded'`),
  ],
);
