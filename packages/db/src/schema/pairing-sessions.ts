import type { PairingStatus } from "@clawlink/contract";
import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, moment, updatedAt } from "./columns.ts";
import { users } from "./users.ts";

/** OpenClaw installs asking to be paired; token and verifier as SHA-256. */
export const pairingSessions = sqliteTable(
  "pairing_sessions",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    verifierHash: text("verifier_hash").notNull(),
    displayCode: text("display_code").notNull(),
    deviceLabel: text("device_label").notNull(),
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    approvedUserHint: text("approved_user_hint"),
    status: text("status").$type<PairingStatus>().notNull(),
    apiKeyId: text("api_key_id"),
    expiresAt: moment("expires_at").notNull(),
    approvedAt: moment("approved_at"),
    pairedAt: moment("paired_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("pairing_sessions_expiry").on(table.expiresAt)],
);
