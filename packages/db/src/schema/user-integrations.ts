import type { AuthState, FlowType } from "@clawlink/contract";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, moment, updatedAt } from "./columns.ts";
import { users } from "./users.ts";

/** Connected accounts. The id is stable and never used again; the credential itself is in KV, sealed, at `credential_version`. */
export const userIntegrations = sqliteTable(
  "user_integrations",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    integration: text("integration").notNull(),
    connectionLabel: text("connection_label"),
    accountLabel: text("account_label"),
    externalAccountId: text("external_account_id"),
    providerMetadata: text("provider_metadata", { mode: "json" }).$type<Record<string, string>>().notNull().default({}),
    isDefault: integer("is_default", { mode: "boolean" }).notNull().default(false),
    flowType: text("flow_type").$type<FlowType>().notNull(),
    authState: text("auth_state").$type<AuthState>().notNull().default("healthy"),
    authError: text("auth_error"),
    scopes: text("scopes", { mode: "json" }).$type<string[]>().notNull().default([]),
    credentialVersion: integer("credential_version").notNull().default(0),
    /** Id of the vault's key that version is sealed to; null when it was sealed before this was noted. */
    credentialKeyId: text("credential_key_id"),
    credentialExpiresAt: moment("credential_expires_at"),
    lastUsedAt: moment("last_used_at"),
    lastSuccessAt: moment("last_success_at"),
    lastErrorAt: moment("last_error_at"),
    lastError: text("last_error"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("user_integrations_default").on(table.userId, table.integration).where(sql`${table.isDefault} = 1`),
    uniqueIndex("user_integrations_account")
      .on(table.userId, table.integration, table.externalAccountId)
      .where(sql`${table.externalAccountId} is not null`),
    index("user_integrations_user").on(table.userId, table.integration),
    index("user_integrations_expiry").on(table.credentialExpiresAt),
  ],
);
