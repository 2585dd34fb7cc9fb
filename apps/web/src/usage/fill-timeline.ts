import type { UsageSummary } from "@clawlink/services/usage/summarize-usage";

/** A stretch of the timeline: one in which nothing was called has neither outcomes nor latencies. */
export interface Step {
  readonly startsAt: number;
  readonly outcomes: UsageSummary["outcomes"] | null;
  readonly latency: UsageSummary["latency"];
}

const stepMs = { hour: 3_600_000, day: 86_400_000 } as const;

/** Every hour or day of a summary's time in order, also those without a call. */
export function fillTimeline({ grain, from, to, timeline }: UsageSummary): Step[] {
  const step = stepMs[grain];
  const known = new Map(timeline.map((entry) => [entry.startsAt, entry]));
  const steps: Step[] = [];
  for (let startsAt = Math.floor(from / step) * step; startsAt < to; startsAt += step) {
    const { outcomes, latency } = known.get(startsAt) ?? { outcomes: null, latency: null };
    steps.push({ startsAt, outcomes, latency });
  }
  return steps;
}
