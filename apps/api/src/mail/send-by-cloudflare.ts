import type { MailSender } from "@clawlink/services/mail/mail-from";
import { MailFailure } from "./mail-failure.ts";
import type { EmailBinding } from "./mail-settings.ts";
import type { Mail } from "./send-mail.ts";

/** The binding throws errors that carry a code such as `E_SENDER_NOT_VERIFIED`. */
function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" && /^[A-Z_]{1,60}$/.test(code) ? code : "failed";
}

/** Sends by Cloudflare's Email Service, which knows no idempotency key. Throws `MailFailure` when it does not take it. */
export async function sendByCloudflare(
  { from, binding }: { from: MailSender; binding: EmailBinding },
  { to, subject, text }: Mail,
  html: string,
): Promise<void> {
  try {
    await binding.send({ from, to, subject, text, html });
  } catch (error) {
    throw new MailFailure(codeOf(error));
  }
}
