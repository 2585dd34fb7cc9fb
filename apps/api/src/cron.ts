import { AppError, type CronJob, cronJobs } from "@clawlink/contract";
import { cronRuns, type Database, openDatabase } from "@clawlink/db";
import { recordRun } from "@clawlink/services/cron/record-run";
import { removeExpired } from "@clawlink/services/retention/remove-expired";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { rollUp } from "@clawlink/services/usage/roll-up";
import { eq } from "drizzle-orm";
import { reconcile } from "./billing/reconcile.ts";
import { writeEndings } from "./billing/write-endings.ts";
import { type Bindings, readEnvironment } from "./environment.ts";
import { sendWaiting } from "./mail/send-waiting.ts";
import { refreshExpiring } from "./refresh-expiring.ts";
import { reportError } from "./report-error.ts";
import { settleUnfinished } from "./settle-unfinished.ts";

/** How many hours are summed a run; an hour that calls were made in is due again every run, so only a backlog is longer. */
const hoursARun = 120;

/** Does one job, and keeps how it went where the operator sees it; a failure is reported and ends nothing else. */
async function run(database: Database, job: CronJob, work: () => Promise<number | null>): Promise<void> {
  const startedAt = Date.now();
  const ended = await work().then(
    (done) => ({ done, error: null }),
    (error: unknown) => {
      reportError(error);
      const kind = error instanceof AppError ? error.code : error instanceof Error ? error.name : "unknown";
      return { done: null, error: kind };
    },
  );
  await recordRun(database, { job, startedAt, tookMs: Date.now() - startedAt, ...ended }).catch(reportError);
}

/** A comparison that is older than this was missed; one that failed is made again after this long. */
const missedMs = 25 * 3_600_000;
const againMs = 3_600_000;

/** Whether plans are to be compared: in the first run after three in the morning (UTC), or as soon as can be when that was missed or failed. */
async function isNight(database: Database, now: number): Promise<boolean> {
  const date = new Date(now);
  if (date.getUTCHours() === 3 && date.getUTCMinutes() < 5) return true;
  const job: CronJob = "compare_plans";
  const [last] = await database.select().from(cronRuns).where(eq(cronRuns.job, job));
  if (!last) return true;
  return last.startedAt.getTime() < now - (last.error === null ? missedMs : againMs);
}

/**
 * The scheduled work of every five minutes, each part of it whatever became of the others: tokens are renewed before they expire, calls
 * nobody ended end, calls are summed, what is past its time goes, people are written that their plan ends, once a night plans are compared
 * with Polar's, and mail that waits is sent. Doing it twice, or twice at once, changes nothing more.
 */
export async function runCron(bindings: Bindings, now: number, random: () => number = Math.random): Promise<void> {
  const database = openDatabase(bindings.DB);
  const environment = readEnvironment(bindings);
  const kept = async () => (await readSettings(database)).keepCallsDays;
  const jobs: Readonly<Record<CronJob, () => Promise<number | null>>> = {
    refresh_tokens: () => refreshExpiring(bindings, now, random),
    settle_calls: () => settleUnfinished(bindings, now),
    sum_usage: async () => rollUp(database, { now, hours: hoursARun, keepCallsDays: await kept() }),
    remove_expired: async () => removeExpired(database, now, await kept()).then(() => null),
    write_endings: () => writeEndings(bindings, now),
    compare_plans: () => reconcile(bindings, now),
    send_mail: () => sendWaiting(environment, database, now),
  };
  const due: CronJob[] = [...cronJobs];
  if (environment.billing) due.push("write_endings");
  if (environment.billing && (await isNight(database, now))) due.push("compare_plans");
  if (environment.mail) due.push("send_mail");
  for (const job of due) await run(database, job, jobs[job]);
}
