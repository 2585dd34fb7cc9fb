import { toolExecutions } from "@clawlink/db";
import { eq, type SQL } from "drizzle-orm";

/** Whose calls are read: one person's, or everybody's, which is for operators. */
export type UsageScope = { readonly userId: string } | "everybody";

/** The condition that keeps a query inside its scope; nothing for everybody. */
export function inScope(scope: UsageScope): SQL | undefined {
  return scope === "everybody" ? undefined : eq(toolExecutions.userId, scope.userId);
}
