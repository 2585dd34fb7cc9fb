import type { LogQuery } from "@clawlink/contract";
import { apiKeys, type Database, userIntegrations } from "@clawlink/db";
import { eq } from "drizzle-orm";
import type { UsageScope } from "./scope.ts";

/** The one person whose calls can match: a key and a connection have one owner, and one person's calls are quicker to find and to count. */
export async function narrowScope(
  database: Database,
  scope: UsageScope,
  { device, connection }: Pick<LogQuery, "device" | "connection">,
): Promise<UsageScope> {
  if (scope !== "everybody") return scope;
  const owner = device
    ? await database.select({ userId: apiKeys.userId }).from(apiKeys).where(eq(apiKeys.id, device)).get()
    : connection
      ? await database
          .select({ userId: userIntegrations.userId })
          .from(userIntegrations)
          .where(eq(userIntegrations.id, connection))
          .get()
      : undefined;
  return owner ?? scope;
}
