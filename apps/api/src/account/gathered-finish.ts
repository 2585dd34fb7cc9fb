import type { FinishCall } from "@clawlink/engine";

/** How long finished reads are gathered, in milliseconds. */
export const gatherMs = 50;
/** A batch this old, in milliseconds, has lost the request that was to send it. */
const lostMs = 1_000;

interface Batch {
  readonly since: number;
  readonly calls: FinishCall[];
}

const batches = new Map<string, Batch>();

/**
 * Tells a key's cell of finished reads, those of a moment together: their records exist since they began, so nothing waits for this. The
 * first of a batch sends it, within its own request; the promise of any other is kept at once.
 */
export async function finishGathered(
  keyHash: string,
  call: FinishCall,
  finish: (calls: readonly FinishCall[]) => Promise<void>,
): Promise<void> {
  const waiting = batches.get(keyHash);
  if (waiting && Date.now() - waiting.since < lostMs) {
    waiting.calls.push(call);
    return;
  }
  const batch: Batch = { since: Date.now(), calls: [...(waiting?.calls ?? []), call] };
  batches.set(keyHash, batch);
  await new Promise((resolve) => setTimeout(resolve, gatherMs));
  if (batches.get(keyHash) === batch) batches.delete(keyHash);
  await finish(batch.calls);
}
