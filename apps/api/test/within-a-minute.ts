/**
 * What came of `work` when all of it was done within one minute of the clock; else it is done anew. The local counters of requests forget everything
 * when a minute begins, so work that goes past that counts less than it sent. What is counted has to be named anew each time.
 */
export async function withinAMinute<T>(work: () => Promise<T>): Promise<T> {
  const minute = () => Math.floor(Date.now() / 60_000);
  for (;;) {
    const began = minute();
    const result = await work();
    if (minute() === began) return result;
  }
}
