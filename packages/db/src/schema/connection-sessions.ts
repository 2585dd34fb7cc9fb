import type { ConnectStatus, FlowType } from "@clawlink/contract";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, moment, updatedAt } from "./columns.ts";
import { users } from "./users.ts";

/** People in the middle of connecting an app; token, OAuth state and browser as SHA-256, the PKCE verifier sealed. */
export const connectionSessions = sqliteTable(
  "connection_sessions",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    displayCode: text("display_code").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    integration: text("integration").notNull(),
    /** The row to reconnect; once finished, the row that was made or updated. */
    connectionId: integer("connection_id"),
    status: text("status").$type<ConnectStatus>().notNull(),
    flowType: text("flow_type").$type<FlowType>().notNull(),
    apiKeyId: text("api_key_id"),
    stateHash: text("state_hash").unique(),
    browserHash: text("browser_hash"),
    sealedVerifier: text("sealed_verifier"),
    errorMessage: text("error_message"),
    expiresAt: moment("expires_at").notNull(),
    completedAt: moment("completed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("connection_sessions_expiry").on(table.expiresAt),
    index("connection_sessions_user").on(table.userId, table.integration, table.status),
  ],
);
