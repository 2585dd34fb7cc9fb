/** How long a write is remembered as one that may be meant only once, in milliseconds. */
const recentMs = 10_000;

interface Write {
  readonly executionId: string;
  readonly at: number;
}

/** The writes without an idempotency key of the last ten seconds, by device and likeness; in memory alone, since it is only for a hint. */
export class RecentWrites {
  readonly #writes = new Map<string, Write>();

  /** Notes a write; answers with the one like it that the same device asked for before, if there was one. */
  note(device: string, likeness: string, executionId: string, now: number) {
    for (const [key, { at }] of this.#writes) if (at <= now - recentMs) this.#writes.delete(key);
    const key = `${device} ${likeness}`;
    const before = this.#writes.get(key);
    this.#writes.delete(key);
    this.#writes.set(key, { executionId, at: now });
    return before && { executionId: before.executionId, agoMs: now - before.at };
  }

  /** A write that certainly did not happen: asking for it again is no repetition. */
  forget(executionId: string): void {
    for (const [key, write] of this.#writes) if (write.executionId === executionId) this.#writes.delete(key);
  }
}
