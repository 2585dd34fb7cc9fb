import type { LogQuery } from "@clawlink/contract";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The stretches of time Usage offers, with how many hours or days (UTC) they hold, the one that is going on included. */
const stretches = {
  "24h": { label: "24 hours", stepMs: hourMs, steps: 24 },
  "7d": { label: "7 days", stepMs: hourMs, steps: 7 * 24 },
  "30d": { label: "30 days", stepMs: dayMs, steps: 30 },
  "90d": { label: "90 days", stepMs: dayMs, steps: 90 },
} as const;

/** A stretch of time that ends now. */
export type Range = keyof typeof stretches;

/** What Usage shows unless its address says otherwise. */
export const usualRange: Range = "7d";

const inOrder: readonly Range[] = ["24h", "7d", "30d", "90d"];

/** Every range, the shortest first. */
export const ranges = inOrder.map((range) => ({ range, label: stretches[range].label }));

/** The range of a name, undefined for any other text. */
export function readRange(text: string | undefined): Range | undefined {
  return inOrder.find((range) => range === text);
}

/**
 * The time that filters are about: the dates they name, else their range. A range begins on the hour or the day, because whole ones are
 * summed already.
 */
export function datesOf(
  { from, to, range = usualRange }: Pick<LogQuery, "from" | "to"> & { readonly range?: Range | undefined },
  now: number,
): Pick<LogQuery, "from" | "to"> {
  if (from || to) return { from, to };
  const { stepMs, steps } = stretches[range];
  return { from: new Date((Math.floor(now / stepMs) - steps + 1) * stepMs).toISOString(), to: undefined };
}
