import { userIntegrations } from "@clawlink/db";
import { and, eq, gt, or, sql } from "drizzle-orm";

/** Which of a person's connected accounts are asked for. */
export interface WantedConnections {
  readonly integration?: string | undefined;
  /** A part of an account's name, its own or the person's, or of its app's slug. */
  readonly search?: string | undefined;
  readonly ids?: readonly number[] | undefined;
}

/** The rows that are wanted; one that has no credential yet is not among them. */
export function wantedConnections(userId: string, { integration, search, ids }: WantedConnections) {
  const holds = (column: unknown) => sql`instr(lower(coalesce(${column}, '')), lower(${search ?? ""})) > 0`;
  const { connectionLabel, accountLabel } = userIntegrations;
  return and(
    eq(userIntegrations.userId, userId),
    gt(userIntegrations.credentialVersion, 0),
    integration ? eq(userIntegrations.integration, integration) : undefined,
    ids ? sql`${userIntegrations.id} in (select value from json_each(${JSON.stringify(ids)}))` : undefined,
    search ? or(holds(connectionLabel), holds(accountLabel), holds(userIntegrations.integration)) : undefined,
  );
}
