import { openDatabase } from "@clawlink/db";
import { listExpiring } from "@clawlink/services/connection/list-expiring";
import { cellOf } from "./account/cell-of.ts";
import type { Bindings } from "./environment.ts";
import { inTurns } from "./in-turns.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/**
 * A token is renewed 6 to 15 minutes before its end, by chance, so that those given at one moment are not renewed at one. Cron comes every
 * five minutes, so none is left out.
 */
const latestMs = 6 * minute;
const earliestMs = 15 * minute;
const inUseMs = 7 * day;
const connectionsARun = 200;

/** Renews the tokens that are about to expire of connections used in the last seven days, each in its account's cell; 200 a run. How many were due. */
export async function refreshExpiring(bindings: Bindings, now: number, random: () => number): Promise<number> {
  const expiring = await listExpiring(openDatabase(bindings.DB), {
    now: new Date(now),
    before: new Date(now + earliestMs),
    usedSince: new Date(now - inUseMs),
    limit: connectionsARun,
  });
  const due = expiring.filter(
    ({ expiresAt }) => (expiresAt?.getTime() ?? 0) < now + latestMs + random() * (earliestMs - latestMs),
  );
  await inTurns(due, ({ id, userId }) => cellOf(bindings, userId).refreshAhead(id, now + earliestMs));
  return due.length;
}
