import type { CronJob } from "@clawlink/contract";
import { cronRuns, type Database } from "@clawlink/db";

/** How a run of one job went; moments are epoch ms. */
export interface CronRun {
  readonly job: CronJob;
  readonly startedAt: number;
  readonly tookMs: number;
  readonly done: number | null;
  /** What kind of error ended it, or null; never its text, which may hold what it was about. */
  readonly error: string | null;
}

/** Keeps how a job's last run went, and when it last went well. */
export async function recordRun(database: Database, run: CronRun): Promise<void> {
  const startedAt = new Date(run.startedAt);
  const row = { ...run, startedAt, ...(run.error === null && { succeededAt: startedAt }) };
  await database.insert(cronRuns).values(row).onConflictDoUpdate({ target: cronRuns.job, set: row });
}
