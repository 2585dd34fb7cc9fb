import type { FinishCall } from "@clawlink/engine";

/** How long finished reads are gathered, in milliseconds. */
export const gatherMs = 50;
/** A batch this old, in milliseconds, has lost the request that was to send it. */
const lostMs = 1_000;

interface Batch {
  readonly since: number;
  readonly ends: (() => FinishCall)[];
}

const batches = new Map<string, Batch>();

/**
 * Tells a key's cell of finished reads, those of a moment together: their records exist since they began, so nothing waits for this. The
 * first of a batch sends it, within its own request; the promise of any other is kept at once. What to tell is worked out then, after the
 * answers. The account is named as well as the key: the dashboard's stands for everybody's browser.
 */
export async function finishGathered(
  { accountId, keyHash }: { accountId: string; keyHash: string },
  end: () => FinishCall,
  finish: (calls: readonly FinishCall[]) => Promise<void>,
): Promise<void> {
  const whose = `${accountId} ${keyHash}`;
  const waiting = batches.get(whose);
  if (waiting && Date.now() - waiting.since < lostMs) {
    waiting.ends.push(end);
    return;
  }
  const batch: Batch = { since: Date.now(), ends: [...(waiting?.ends ?? []), end] };
  batches.set(whose, batch);
  await new Promise((resolve) => setTimeout(resolve, gatherMs));
  if (batches.get(whose) === batch) batches.delete(whose);
  await finish(batch.ends.map((told) => told()));
}
