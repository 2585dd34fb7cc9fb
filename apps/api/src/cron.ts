import { openDatabase } from "@clawlink/db";
import { removeExpired } from "@clawlink/services/retention/remove-expired";
import type { Bindings } from "./environment.ts";

/** The scheduled work of every five minutes: what has expired ends, what is past its time goes. Cells prune themselves. */
export async function runCron(bindings: Bindings, now: number): Promise<void> {
  await removeExpired(openDatabase(bindings.DB), now);
}
