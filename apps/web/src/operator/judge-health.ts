import { type ApiHealth, billingJobs, type CronJob, cronJobs, mailJobs } from "@clawlink/contract";
import { soldBy } from "@clawlink/services/billing/billing-settings";
import type { Environment } from "../environment.ts";

/** How long after its last run cron is late, in milliseconds: it is due every five minutes. */
const lateMs = 16 * 60_000;
/** The same for what runs once a day. */
const dayLateMs = 26 * 3_600_000;

/** A job's last run, as it is kept. */
export interface Run {
  readonly job: string;
  readonly startedAt: Date;
  readonly tookMs: number;
  readonly done: number | null;
  readonly error: string | null;
  readonly succeededAt: Date | null;
}

export const jobWords: Readonly<Record<CronJob, { readonly name: string; readonly counts: string | null }>> = {
  refresh_tokens: { name: "Renew tokens before they expire", counts: "due" },
  settle_calls: { name: "Close calls that never finished", counts: "accounts checked" },
  sum_usage: { name: "Add up calls for Usage", counts: "hours" },
  remove_expired: { name: "Remove expired data", counts: null },
  write_endings: { name: "Tell people about trials and plans that end", counts: "handled" },
  compare_plans: { name: "Compare plans with Polar, once a day", counts: "repaired" },
  send_mail: { name: "Send queued mail", counts: "sent" },
};

/** The jobs that run as a deployment is configured. */
export function jobsOf({ billing, mailFrom }: Pick<Environment, "billing" | "mailFrom">): CronJob[] {
  return [...cronJobs, ...(billing ? billingJobs : []), ...(mailFrom ? mailJobs : [])];
}

/** How a job stands. */
export function judgeRun(run: Run | undefined, now: number): { readonly good: boolean; readonly word: string } {
  if (!run) return { good: false, word: "Never ran" };
  if (run.error !== null) return { good: false, word: "Failed" };
  const late = run.job === "compare_plans" ? dayLateMs : lateMs;
  return now - run.startedAt.getTime() > late ? { good: false, word: "Late" } : { good: true, word: "OK" };
}

/** What does not fit between the two workers' configuration, in sentences. */
export function misfits(web: Environment, api: ApiHealth): string[] {
  const webKey = web.VAULT_PUBLIC_KEY.split(":")[0] ?? "";
  return [
    web.WEB_ORIGIN !== api.webOrigin &&
      `WEB_ORIGIN differs: the pages have ${web.WEB_ORIGIN}, clawlink has ${api.webOrigin}.`,
    web.API_ORIGIN !== api.apiOrigin &&
      `API_ORIGIN differs: the pages have ${web.API_ORIGIN}, clawlink has ${api.apiOrigin}.`,
    web.ENVIRONMENT !== api.environment && "ENVIRONMENT differs between the two workers.",
    (web.mailFrom?.email ?? null) !== (api.mail?.from ?? null) &&
      `MAIL_FROM differs: the pages have ${web.mailFrom?.email ?? "none"}, clawlink has ${api.mail?.from ?? "none"}.`,
    soldBy(web.billing) !== api.sold &&
      "BILLING_PLANS or POLAR_SERVER differs: limits are kept by what clawlink has, the pages show what they have.",
    webKey !== api.sealsTo && `The pages seal to the key ${webKey}, clawlink to ${api.sealsTo}.`,
    !api.opens.includes(api.sealsTo) &&
      `Nothing sealed now could be opened: ${api.sealsTo} is not among the private keys of clawlink.`,
  ].filter((problem) => problem !== false);
}
