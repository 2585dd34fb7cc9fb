import { openDatabase } from "@clawlink/db";
import { removeExpired } from "@clawlink/services/retention/remove-expired";
import { rollUp } from "@clawlink/services/usage/roll-up";
import type { Bindings } from "./environment.ts";
import { refreshExpiring } from "./refresh-expiring.ts";
import { reportError } from "./report-error.ts";
import { settleUnfinished } from "./settle-unfinished.ts";

/** How many hours are summed a run; an hour that calls were made in is due again every run, so only a backlog is longer. */
const hoursARun = 120;

/**
 * The scheduled work of every five minutes, each part of it whatever became of the others: tokens are renewed before they expire, calls
 * nobody ended end, calls are summed, what is past its time goes. Doing it twice, or twice at once, changes nothing more.
 */
export async function runCron(bindings: Bindings, now: number, random: () => number = Math.random): Promise<void> {
  const database = openDatabase(bindings.DB);
  await refreshExpiring(bindings, now, random).catch(reportError);
  await settleUnfinished(bindings, now).catch(reportError);
  await rollUp(database, { now, hours: hoursARun }).catch(reportError);
  await removeExpired(database, now);
}
