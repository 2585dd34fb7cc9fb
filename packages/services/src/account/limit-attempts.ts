import { AppError, randomToken, sha256Hex } from "@clawlink/contract";
import { type Database, rateLimits } from "@clawlink/db";
import { sql } from "drizzle-orm";

const windowMs = 15 * 60_000;
const most = 5;

/** Counts an attempt of a person at `what` that needs their password. Throws `too_many_requests` after five in a quarter of an hour. */
export async function limitAttempts(database: Database, userId: string, what: string): Promise<void> {
  const now = Date.now();
  const { count, lastRequest } = rateLimits;
  const [row] = await database
    .insert(rateLimits)
    .values({ id: randomToken(16), key: await sha256Hex(`${what} ${userId}`), count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimits.key,
      // The window moves with its first attempt, not with each: whoever waits may go on.
      set: {
        count: sql`case when ${lastRequest} <= ${now - windowMs} then 1 else ${count} + 1 end`,
        lastRequest: sql`case when ${lastRequest} <= ${now - windowMs} then ${now} else ${lastRequest} end`,
      },
    })
    .returning();
  if ((row?.count ?? 0) > most)
    throw new AppError("too_many_requests", "Too many attempts.", {
      hint: "Wait a quarter of an hour, then try again.",
    });
}
