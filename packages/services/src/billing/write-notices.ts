import type { Database } from "@clawlink/db";
import { letterText } from "../mail/letter-text.ts";
import { queueMails } from "../mail/queue-mails.ts";
import { type Notice, noticeWords } from "./notices.ts";

/** The key of the mail that a notice becomes: one for each person, kind and occasion. */
export function noticeKey(userId: string, { kind, occasion }: Notice): string {
  return `billing/${kind}/${userId}/${occasion}`;
}

/** Has notices written to a person, with the link to `billingUrl`; what was written before is left out. */
export async function writeNotices(
  database: Database,
  { userId, notices, billingUrl, now }: { userId: string; notices: readonly Notice[]; billingUrl: string; now: number },
): Promise<void> {
  const queued = notices.map((notice) => {
    const { subject, text: before, act } = noticeWords(notice);
    const text = letterText({
      before,
      act: [act, billingUrl],
      because: "You get this mail because you have an account at",
    });
    return { key: noticeKey(userId, notice), userId, kind: notice.kind, subject, text };
  });
  await queueMails(database, queued, now);
}
