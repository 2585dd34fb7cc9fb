/** The stretches of time calls are summed by; days are UTC days. */
export type Grain = "hour" | "day";

/** How long a stretch is, in milliseconds. */
export const grainMs: Readonly<Record<Grain, number>> = { hour: 3_600_000, day: 86_400_000 };

/** How many days calls are kept at the most. */
export const keptDays = 90;

/** The moment the hour or day around `moment` began, both epoch ms. */
export function startOf(grain: Grain, moment: number): number {
  return Math.floor(moment / grainMs[grain]) * grainMs[grain];
}

/** The first moment of which calls are kept, on the hour, in epoch ms; calls before it are removed and no longer counted. */
export function keptSince(now: number, days: number = keptDays): number {
  return startOf("hour", now - days * grainMs.day);
}
