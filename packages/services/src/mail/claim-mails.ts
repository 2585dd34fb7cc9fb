import { type Database, mails, users } from "@clawlink/db";
import { eq, inArray, sql } from "drizzle-orm";

/** A mail that was not sent within this long is not sent any more: the person has seen it in the dashboard by then, or it is over. */
export const mailLivesMs = 24 * 60 * 60_000;

/** The wait before a second try, in milliseconds; it doubles with each, up to the other. */
const firstWaitMs = 5 * 60_000;
const longestWaitMs = 4 * 60 * 60_000;

/** A mail to be sent now, to the address its person has now. */
export interface ClaimedMail {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Takes up to `limit` mails that are due; nobody else gets them before their next try is due, whatever becomes of this one. */
export async function claimMails(database: Database, now: number, limit: number): Promise<ClaimedMail[]> {
  const due = sql`(select key from mails where text is not null and next_at <= ${now} and created_at > ${now - mailLivesMs} order by next_at limit ${limit})`;
  const claimed = await database
    .update(mails)
    .set({
      attempts: sql`${mails.attempts} + 1`,
      nextAt: sql`${now} + min(${firstWaitMs} * (1 << min(${mails.attempts}, 10)), ${longestWaitMs})`,
    })
    .where(sql`${mails.key} in ${due}`)
    .returning({ key: mails.key });
  if (claimed.length === 0) return [];
  const keys = claimed.map(({ key }) => key);
  const rows = await database
    .select({ key: mails.key, to: users.email, subject: mails.subject, text: mails.text })
    .from(mails)
    .innerJoin(users, eq(users.id, mails.userId))
    .where(inArray(mails.key, keys));
  return rows.flatMap((row) => (row.text === null ? [] : { ...row, text: row.text }));
}
