import type { Environment } from "../environment.ts";
import { reportError } from "../report-error.ts";
import { MailFailure } from "./mail-failure.ts";
import type { MailSettings } from "./mail-settings.ts";
import { type Mail, sendMail } from "./send-mail.ts";

/** Tries to send one mail; answers with what kind of failure it was, or null when it was taken. */
export async function tryMail(environment: Environment, settings: MailSettings, mail: Mail): Promise<string | null> {
  try {
    await sendMail(environment, settings, mail);
    return null;
  } catch (error) {
    if (error instanceof MailFailure) return error.kind;
    reportError(error);
    return "internal";
  }
}
