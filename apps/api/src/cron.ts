import { openDatabase } from "@clawlink/db";
import { removeExpired } from "@clawlink/services/retention/remove-expired";
import type { Bindings } from "./environment.ts";
import { refreshExpiring } from "./refresh-expiring.ts";
import { reportError } from "./report-error.ts";
import { settleUnfinished } from "./settle-unfinished.ts";

/**
 * The scheduled work of every five minutes, each part of it whatever became of the others: tokens are renewed before they expire, calls
 * nobody ended end, what is past its time goes. Doing it twice, or twice at once, changes nothing more.
 */
export async function runCron(bindings: Bindings, now: number, random: () => number = Math.random): Promise<void> {
  const database = openDatabase(bindings.DB);
  await refreshExpiring(bindings, now, random).catch(reportError);
  await settleUnfinished(bindings, now).catch(reportError);
  await removeExpired(database, now);
}
