import { openDatabase } from "@clawlink/db";
import { endLost } from "@clawlink/services/execution/end-lost";
import { listUnfinished } from "@clawlink/services/execution/list-unfinished";
import { cellOf } from "./account/cell-of.ts";
import type { Bindings } from "./environment.ts";
import { inTurns } from "./in-turns.ts";

/** Wakes the cells whose calls should have ended, so that they end them; then ends what no cell knows of. */
export async function settleUnfinished(bindings: Bindings, now: number): Promise<void> {
  const database = openDatabase(bindings.DB);
  await inTurns(await listUnfinished(database, now), (userId) => cellOf(bindings, userId).flush());
  await endLost(database, now);
}
