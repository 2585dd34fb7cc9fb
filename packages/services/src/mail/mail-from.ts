import { z } from "zod";

/** The variable of mail that both workers read; an empty one counts as left out. */
export const mailVariables = { MAIL_FROM: z.string().optional() } as const;

/** Who mail comes from. */
export interface MailSender {
  readonly name: string;
  readonly email: string;
}

const Sender = z.object({ name: z.string().regex(/^[^<>"\p{Cc}]{1,60}$/u), email: z.email().max(254) });

/** The sender that `MAIL_FROM` names, `Name <address>` or an address alone; null when none is set, and a problem when it cannot be read. */
export function readMailFrom(
  { MAIL_FROM: text }: { readonly MAIL_FROM?: string | undefined },
  problem: (name: string, message: string) => void,
): MailSender | null {
  if (!text) return null;
  const [, name = "ClawLink", email = text] = /^([^<>]*[^<>\s])\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
  const sender = Sender.safeParse({ name, email: email.trim() });
  if (!sender.success) problem("MAIL_FROM", 'is an address, or "Name <address>"');
  return sender.success ? sender.data : null;
}
