import type { Database } from "@clawlink/db";
import { claimMails } from "@clawlink/services/mail/claim-mails";
import { settleMail } from "@clawlink/services/mail/settle-mail";
import type { Environment } from "../environment.ts";
import { MailFailure } from "./mail-failure.ts";
import { tryMail } from "./try-mail.ts";

/** So many are taken at once that trying each takes less time than they are taken for. */
const atOnce = 20;
/** How long a run goes on, in milliseconds. */
const runMs = 2 * 60_000;

/**
 * Sends the mails that wait and are due; what is not taken is tried again later. Answers how many were sent; throws `MailFailure` when some
 * were tried and none was taken.
 */
export async function sendWaiting(environment: Environment, database: Database, now: number): Promise<number> {
  const { mail: settings } = environment;
  if (!settings) return 0;
  const until = Date.now() + runMs;
  let sent = 0;
  let failed: string | null = null;
  let claimed = await claimMails(database, now, atOnce);
  while (claimed.length > 0) {
    for (const mail of claimed) {
      const failure = await tryMail(environment, settings, mail);
      await settleMail(database, mail.key, failure, now);
      if (failure === null) sent += 1;
      else failed = failure;
    }
    claimed = claimed.length < atOnce || Date.now() > until ? [] : await claimMails(database, now, atOnce);
  }
  if (failed !== null && sent === 0) throw new MailFailure(failed);
  return sent;
}
