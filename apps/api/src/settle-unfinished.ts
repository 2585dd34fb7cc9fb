import { openDatabase } from "@clawlink/db";
import { endLost } from "@clawlink/services/execution/end-lost";
import { listUnfinished } from "@clawlink/services/execution/list-unfinished";
import { cellOf } from "./account/cell-of.ts";
import type { Bindings } from "./environment.ts";
import { inTurns } from "./in-turns.ts";

/** Wakes the cells whose calls should have ended, so that they end them; then ends what no cell knows of. How many accounts had such calls. */
export async function settleUnfinished(bindings: Bindings, now: number): Promise<number> {
  const database = openDatabase(bindings.DB);
  const accounts = await listUnfinished(database, now);
  await inTurns(accounts, (userId) => cellOf(bindings, userId).flush());
  await endLost(database, now);
  return accounts.length;
}
