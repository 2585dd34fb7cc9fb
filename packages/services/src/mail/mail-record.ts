import type { MailHealth } from "@clawlink/contract";
import { type Database, mails } from "@clawlink/db";
import { and, count, desc, gt, isNotNull, max } from "drizzle-orm";
import { mailLivesMs } from "./claim-mails.ts";

const iso = (moment: Date | null | undefined) => moment?.toISOString() ?? null;

/** How sending has gone: last well, last badly, and how many mails wait. */
export async function mailRecord(database: Database, now: number): Promise<Omit<MailHealth, "from" | "way">> {
  const [[sent], [failed], [waiting]] = await database.batch([
    database.select({ at: max(mails.sentAt) }).from(mails),
    database
      .select({ at: mails.failedAt, error: mails.error })
      .from(mails)
      .where(isNotNull(mails.failedAt))
      .orderBy(desc(mails.failedAt))
      .limit(1),
    database
      .select({ mails: count() })
      .from(mails)
      .where(and(isNotNull(mails.text), gt(mails.createdAt, new Date(now - mailLivesMs)))),
  ]);
  return {
    lastSentAt: iso(sent?.at),
    lastFailedAt: iso(failed?.at),
    lastError: failed?.error ?? null,
    waiting: waiting?.mails ?? 0,
  };
}
