import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, moment } from "./columns.ts";

/** OAuth clients of MCP: those that registered (RFC 7591), and those whose metadata document was read, by its URL. A secret is a hash in `record`. */
export const mcpClients = sqliteTable(
  "mcp_clients",
  {
    clientId: text("client_id").primaryKey(),
    record: text("record", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    /** When a metadata document was last read; null for clients that registered. */
    readAt: moment("read_at"),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [index("mcp_clients_expiry").on(table.expiresAt)],
);
