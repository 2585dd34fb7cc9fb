import {
  connectionSessions,
  type Database,
  hermesBootstrapSessions,
  invitations,
  mails,
  mcpClients,
  pairingSessions,
  rateLimits,
  sessions,
  toolExecutions,
  usageRollups,
  usageRollupsEverybody,
  userIntegrations,
  verifications,
} from "@clawlink/db";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { keptSince } from "../usage/period.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** How many calls go in one run, so that a run stays short. */
const executionsARun = 2_000;
/** A mail is known for longer than what it is about is news, so that it is not written again. */
const mailDays = 120;
/** Hours outlive their calls by this much: a day is summed from its hours until all of it is past its time. */
const hoursOutliveMs = 2 * day;

/** Ends what has expired and removes what is past its time, calls after `keepCallsDays`; safe to run at any moment, any number of times. */
export async function removeExpired(database: Database, now: number, keepCallsDays?: number): Promise<void> {
  const at = (age: number) => new Date(now - age);
  await database.batch([
    database
      .update(pairingSessions)
      .set({ status: "expired" })
      .where(
        and(
          inArray(pairingSessions.status, ["awaiting_browser", "ready_for_device", "awaiting_local_save"]),
          lt(pairingSessions.expiresAt, at(0)),
        ),
      ),
    database
      .update(connectionSessions)
      .set({ status: "expired", stateHash: null, browserHash: null, sealedVerifier: null })
      .where(and(eq(connectionSessions.status, "awaiting_user_action"), lt(connectionSessions.expiresAt, at(0)))),
    database
      .update(hermesBootstrapSessions)
      .set({ status: "expired" })
      .where(and(eq(hermesBootstrapSessions.status, "pending_approval"), lt(hermesBootstrapSessions.expiresAt, at(0)))),
    database
      .update(hermesBootstrapSessions)
      .set({ status: "expired", sealedKey: null })
      .where(
        and(eq(hermesBootstrapSessions.status, "approved"), lt(hermesBootstrapSessions.approvedAt, at(5 * minute))),
      ),
    database.delete(pairingSessions).where(lt(pairingSessions.expiresAt, at(day))),
    database.delete(connectionSessions).where(lt(connectionSessions.expiresAt, at(day))),
    database.delete(hermesBootstrapSessions).where(lt(hermesBootstrapSessions.expiresAt, at(day))),
    database.delete(mcpClients).where(lt(mcpClients.expiresAt, at(0))),
    database
      .delete(userIntegrations)
      .where(and(eq(userIntegrations.credentialVersion, 0), lt(userIntegrations.createdAt, at(60 * minute)))),
    database.delete(sessions).where(lt(sessions.expiresAt, at(0))),
    database.delete(invitations).where(lt(invitations.expiresAt, at(0))),
    database.delete(verifications).where(lt(verifications.expiresAt, at(0))),
    database.delete(mails).where(lt(mails.createdAt, at(mailDays * day))),
    database.delete(rateLimits).where(lt(rateLimits.lastRequest, now - day)),
    database
      .delete(toolExecutions)
      .where(
        sql`${toolExecutions.id} in (select id from tool_executions where created_at < ${keptSince(now, keepCallsDays)} order by created_at limit ${executionsARun})`,
      ),
    ...[usageRollups, usageRollupsEverybody].map((table) =>
      database
        .delete(table)
        .where(and(eq(table.grain, "hour"), lt(table.startsAt, new Date(keptSince(now) - hoursOutliveMs)))),
    ),
  ]);
}
