import type { AccessPolicy, KeyKind } from "@clawlink/contract";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, moment } from "./columns.ts";
import { users } from "./users.ts";

/** Agent keys: only the SHA-256 of a key is here. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    kind: text("kind").$type<KeyKind>().notNull(),
    keyHash: text("key_hash").notNull(),
    hint: text("hint").notNull(),
    policy: text("policy", { mode: "json" }).$type<AccessPolicy>().notNull(),
    createdAt: createdAt(),
    lastUsedAt: moment("last_used_at"),
    /** What the program that last used it calls itself, and the country it called from; never an address. */
    lastUsedClient: text("last_used_client"),
    lastUsedCountry: text("last_used_country"),
    revokedAt: moment("revoked_at"),
  },
  (table) => [uniqueIndex("api_keys_hash").on(table.keyHash), index("api_keys_user").on(table.userId, table.revokedAt)],
);
