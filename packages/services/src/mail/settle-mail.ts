import { type Database, mails } from "@clawlink/db";
import { eq } from "drizzle-orm";

/** Keeps what became of trying to send a mail: `error` is what kind of failure it was, null when it was sent. A text that was sent is forgotten. */
export async function settleMail(database: Database, key: string, error: string | null, now: number): Promise<void> {
  const at = new Date(now);
  await database
    .update(mails)
    .set(error === null ? { sentAt: at, text: null } : { failedAt: at, error })
    .where(eq(mails.key, key));
}
