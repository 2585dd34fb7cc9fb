/** Buckets a doubling has: one is 19 % wide, so that a percentile read from it is right within 10 %. */
const perDoubling = 4;

/** How many calls took how long, by bucket. */
export type Histogram = ReadonlyMap<number, number>;

/** The bucket of a latency in milliseconds. */
export function bucketOf(milliseconds: number): number {
  return milliseconds <= 1 ? 0 : Math.ceil(perDoubling * Math.log2(milliseconds));
}

/** The latency that `share` (0 to 1) of the calls stay within, in milliseconds, within 10 %; null without calls. */
export function percentile(histogram: Histogram, share: number): number | null {
  const calls = [...histogram.values()].reduce((sum, count) => sum + count, 0);
  let left = Math.max(Math.ceil(calls * share), 1);
  for (const [bucket, count] of [...histogram].sort(([a], [b]) => a - b)) {
    left -= count;
    if (left <= 0) return Math.round(2 ** ((bucket - 0.5) / perDoubling));
  }
  return null;
}
