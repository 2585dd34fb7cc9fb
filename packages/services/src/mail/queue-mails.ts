import { sha256Hex } from "@clawlink/contract";
import { type Database, mails } from "@clawlink/db";

/** A mail to a person, by what it is about. */
export interface QueuedMail {
  readonly key: string;
  readonly userId: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

/** Keeps mails to be sent, at `now`; one whose key is known, or whose words the person has had, was written before and is left out. */
export async function queueMails(database: Database, queued: readonly QueuedMail[], now: number): Promise<void> {
  const at = new Date(now);
  const rows = await Promise.all(
    queued.map(async (mail) => ({
      ...mail,
      wordsHash: await sha256Hex(`${mail.subject}\n${mail.text}`),
      createdAt: at,
      nextAt: at,
    })),
  );
  const [first, ...others] = rows.map((row) => database.insert(mails).values(row).onConflictDoNothing());
  if (first) await database.batch([first, ...others]);
}
