import { type AccountMail, AppError, randomToken } from "@clawlink/contract";
import { mails, users } from "@clawlink/db";
import { limitAttempts } from "@clawlink/services/account/limit-attempts";
import { settleMail } from "@clawlink/services/mail/settle-mail";
import { eq } from "drizzle-orm";
import type { Deps } from "../deps.ts";
import { accountLetters, type Letter } from "./account-letters.ts";
import type { MailSettings } from "./mail-settings.ts";
import { tryMail } from "./try-mail.ts";

/** The waits between tries: such a mail is about something that somebody waits for. */
const waitsMs = [0, 1_000, 4_000];

/**
 * Writes to a person about their account, now. What is kept of it is that it was written, and how that went: its text has a link in it that
 * is as good as a password. Throws `not_found` for nobody and where mail is off, `too_many_requests` after five in a quarter of an hour.
 */
export async function sendAccountMail(deps: Deps, userId: string, mail: AccountMail): Promise<void> {
  const { environment, database } = deps;
  const { mail: settings, WEB_ORIGIN } = environment;
  const [person] = await database.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!settings || !person) throw new AppError("not_found", "There is nobody to write to.");
  if ("url" in mail && new URL(mail.url).origin !== WEB_ORIGIN)
    throw new AppError("bad_request", "A link leads somewhere else.");
  await limitAttempts(database, userId, `mail ${mail.kind}`);
  for (const letter of accountLetters(mail, person.email, `${WEB_ORIGIN}/dashboard/settings`))
    await sendLetter(deps, settings, { userId, kind: mail.kind, letter });
}

async function sendLetter(
  { environment, database }: Deps,
  settings: MailSettings,
  { userId, kind, letter }: { userId: string; kind: AccountMail["kind"]; letter: Letter },
): Promise<void> {
  const key = `account/${kind}/${randomToken(24)}`;
  const now = new Date();
  await database.insert(mails).values({ key, userId, kind, subject: letter.subject, createdAt: now, nextAt: now });
  let failure: string | null = null;
  for (const wait of waitsMs) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    failure = await tryMail(environment, settings, { key, ...letter });
    if (failure === null) break;
  }
  await settleMail(database, key, failure, Date.now());
  if (failure !== null) throw new AppError("provider_unavailable", "The mail could not be sent.");
}
