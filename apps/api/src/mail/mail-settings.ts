import { type MailSender, readMailFrom } from "@clawlink/services/mail/mail-from";

/** The part of Cloudflare's `send_email` binding that is used. */
export interface EmailBinding {
  send(mail: { from: MailSender; to: string; subject: string; text: string; html: string }): Promise<unknown>;
}

/** How mail leaves. */
export type MailRoute =
  | { readonly way: "resend"; readonly apiKey: string }
  | { readonly way: "cloudflare"; readonly binding: EmailBinding }
  | { readonly way: "log" };

/** Who mail comes from, and how it leaves. */
export interface MailSettings {
  readonly from: MailSender;
  readonly route: MailRoute;
}

interface Variables {
  readonly ENVIRONMENT: "production" | "development";
  readonly MAIL_FROM?: string | undefined;
  readonly RESEND_API_KEY?: string | undefined;
  readonly EMAIL?: EmailBinding | undefined;
}

/** The settings of mail, or null when none is set; a half-finished configuration is a problem, told by name and never by value. */
export function readMailSettings(
  variables: Variables,
  problem: (name: string, message: string) => void,
): MailSettings | null {
  const { ENVIRONMENT, MAIL_FROM, RESEND_API_KEY: apiKey, EMAIL: binding } = variables;
  if (!MAIL_FROM && !apiKey && !binding) return null;
  if (!MAIL_FROM) problem("MAIL_FROM", "is missing: mail has to come from somebody");
  if (apiKey && binding) problem("RESEND_API_KEY", "is set beside the binding EMAIL: keep one of them");
  const from = readMailFrom(variables, problem);
  const route = routeOf(apiKey, binding, ENVIRONMENT === "development");
  if (!route) problem("MAIL_FROM", "is set without a way to send: add RESEND_API_KEY, or the binding EMAIL");
  return from && route && { from, route };
}

function routeOf(
  apiKey: string | undefined,
  binding: EmailBinding | undefined,
  development: boolean,
): MailRoute | null {
  if (apiKey) return { way: "resend", apiKey };
  if (binding) return { way: "cloudflare", binding };
  return development ? { way: "log" } : null;
}
