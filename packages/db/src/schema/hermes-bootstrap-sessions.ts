import type { HermesStatus } from "@clawlink/contract";
import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, moment, updatedAt } from "./columns.ts";
import { users } from "./users.ts";

/** Hermes agents asking to be approved; the session id as SHA-256, the key it will get sealed, and only until it is consumed. */
export const hermesBootstrapSessions = sqliteTable(
  "hermes_bootstrap_sessions",
  {
    idHash: text("id_hash").primaryKey(),
    agentFamily: text("agent_family").notNull(),
    agentVersion: text("agent_version"),
    clientLabel: text("client_label"),
    hostname: text("hostname"),
    platform: text("platform"),
    status: text("status").$type<HermesStatus>().notNull(),
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    apiKeyId: text("api_key_id"),
    sealedKey: text("sealed_key"),
    expiresAt: moment("expires_at").notNull(),
    approvedAt: moment("approved_at"),
    consumedAt: moment("consumed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("hermes_bootstrap_sessions_expiry").on(table.expiresAt)],
);
