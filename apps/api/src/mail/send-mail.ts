import { letterHtml } from "@clawlink/services/mail/letter-html";
import type { Environment } from "../environment.ts";
import type { MailSettings } from "./mail-settings.ts";
import { sendByCloudflare } from "./send-by-cloudflare.ts";
import { sendByResend } from "./send-by-resend.ts";

/** A message to a person. */
export interface Mail {
  /** The same for the same mail, however often it is tried; 256 characters at the most. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends one mail, once, as text and as HTML made of it. Throws `MailFailure` when it was not taken. */
export async function sendMail(environment: Environment, { from, route }: MailSettings, mail: Mail): Promise<void> {
  const html = letterHtml(mail);
  switch (route.way) {
    case "resend":
      return sendByResend(environment, { from, apiKey: route.apiKey }, mail, html);
    case "cloudflare":
      return sendByCloudflare({ from, binding: route.binding }, mail, html);
    case "log":
      console.log("mail", JSON.stringify(mail));
  }
}
