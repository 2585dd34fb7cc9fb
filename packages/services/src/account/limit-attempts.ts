import { AppError, randomToken, sha256Hex } from "@clawlink/contract";
import { type Database, rateLimits } from "@clawlink/db";
import { sql } from "drizzle-orm";

const windowMs = 15 * 60_000;

/** Counts what a person may do five times, or `most`, in a quarter of an hour, such as trying a password. Throws `too_many_requests` beyond. */
export async function limitAttempts(database: Database, userId: string, what: string, most = 5): Promise<void> {
  const now = Date.now();
  const { count, lastRequest } = rateLimits;
  // When the window ends, and not when it began: better-auth removes what was last asked a minute ago, whosever it is.
  const until = now + windowMs;
  const [row] = await database
    .insert(rateLimits)
    .values({ id: randomToken(16), key: await sha256Hex(`${what} ${userId}`), count: 1, lastRequest: until })
    .onConflictDoUpdate({
      target: rateLimits.key,
      // The window moves with its first attempt, not with each: whoever waits may go on.
      set: {
        count: sql`case when ${lastRequest} <= ${now} then 1 else ${count} + 1 end`,
        lastRequest: sql`case when ${lastRequest} <= ${now} then ${until} else ${lastRequest} end`,
      },
    })
    .returning();
  if (row && row.count > most)
    throw new AppError("too_many_requests", "Too many attempts.", {
      hint: "Wait a quarter of an hour, then try again.",
      retryAfterMs: row.lastRequest - now,
    });
}
