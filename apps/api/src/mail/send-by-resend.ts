import type { MailSender } from "@clawlink/services/mail/mail-from";
import { z } from "zod";
import type { Environment } from "../environment.ts";
import { fetchOutside } from "../outside.ts";
import { MailFailure } from "./mail-failure.ts";
import type { Mail } from "./send-mail.ts";

const address = new URL("https://api.resend.com/emails");
const patienceMs = 10_000;
const Refusal = z.object({ name: z.string().regex(/^\w{1,60}$/) });

/** Asks within the time there is; a timer that is left running would keep an account's cell from resting. */
async function ask(environment: Environment, init: RequestInit): Promise<{ response: Response; answer: unknown }> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patienceMs);
  try {
    const response = await fetchOutside(environment, address, { ...init, signal: late.signal });
    return { response, answer: await response.json().catch(() => null) };
  } catch {
    throw new MailFailure(late.signal.aborted ? "timeout" : "network");
  } finally {
    clearTimeout(timer);
  }
}

/** Sends over Resend's API; its idempotency keys hold for 24 hours. Throws `MailFailure` when Resend does not take it. */
export async function sendByResend(
  environment: Environment,
  { from, apiKey }: { from: MailSender; apiKey: string },
  { key, to, subject, text }: Mail,
  html: string,
): Promise<void> {
  const { response, answer } = await ask(environment, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ from: `${from.name} <${from.email}>`, to: [to], subject, text, html }),
  });
  if (response.ok) return;
  const refusal = Refusal.safeParse(answer);
  const name = refusal.success ? refusal.data.name : "";
  // The key was used for other words: the mail has gone out, and was to be repeated to an address that changed meanwhile.
  if (name === "invalid_idempotent_request") return;
  throw new MailFailure(`${response.status} ${name}`.trim());
}
