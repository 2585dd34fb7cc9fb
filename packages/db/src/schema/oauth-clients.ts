import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, updatedAt } from "./columns.ts";

/** OAuth clients the operator registered at providers; the secret is sealed. */
export const oauthClients = sqliteTable("oauth_clients", {
  client: text("client").primaryKey(),
  clientId: text("client_id").notNull(),
  sealedSecret: text("sealed_secret").notNull(),
  updatedBy: text("updated_by"),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});
