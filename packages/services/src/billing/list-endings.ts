import { billingAccounts, billingSubscriptions, type Database } from "@clawlink/db";
import { sql } from "drizzle-orm";
import { noticeLivesMs, trialSoonMs } from "./plan-notices.ts";
import type { Plans } from "./plans.ts";

const day = 86_400_000;
/** A trial is 80 days at the most (`BILLING_PLANS`). */
const longestTrialMs = 80 * day;
/** A cell that was told of an event writes by itself; for this long somebody else looks too. */
const newsMs = 3_600_000;
/** The most that are looked after in a run; which, when there are more, is left to chance, so that everybody has their turn. */
const most = 500;

/** People whose trial is about to end or whose plan may have ended by time alone, and who were not written of it. */
export async function listEndings(database: Database, { graceDays }: Plans, now: number): Promise<string[]> {
  const since = now - noticeLivesMs;
  const grace = graceDays * day;
  const within = (moment: ReturnType<typeof sql>) => sql`(${moment} > ${since} and ${moment} <= ${now})`;
  // D1 binds numbers as floating point; a key has whole ones.
  const ends = sql`cast(a.started_at + json_extract(a.trial, '$.days') * ${day} as integer)`;
  const rows = await database.all<{ userId: string }>(sql`
    select userId from (
      select a.user_id as userId from ${billingAccounts} a
      where a.started_at > ${since - longestTrialMs} and a.trial is not null and a.granted is null
        and ${ends} > ${since} and ${ends} <= ${now + trialSoonMs}
        and (${ends} <= ${now} or ${ends} - a.started_at > ${trialSoonMs})
        and not exists (select 1 from billing_subscriptions s where s.user_id = a.user_id)
        and not exists (select 1 from mails m where m.key =
          'billing/' || iif(${ends} > ${now}, 'trial_ending', 'trial_ended') || '/' || a.user_id || '/' || ${ends})
      union
      select s.user_id from ${billingSubscriptions} s
      where (s.event_at > ${now - newsMs} or ${within(sql`s.ended_at`)} or ${within(sql`s.past_due_at + ${grace}`)}
          or ${within(sql`s.period_end + ${grace}`)}
          or (s.pause_at_period_end and ${within(sql`s.period_end`)})
          or (s.cancel_at_period_end and ${within(sql`coalesce(s.ends_at, s.period_end)`)}))
        and not exists (select 1 from mails m where m.key in (
          'billing/ended/' || s.user_id || '/' || s.id || '/' || s.period_start,
          'billing/refunded/' || s.user_id || '/' || s.id || '/' || s.period_start))
    ) order by random() limit ${most}`);
  return rows.map(({ userId }) => userId);
}
