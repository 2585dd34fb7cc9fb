import type { UsageSummary } from "@clawlink/services/usage/summarize-usage";
import type { Step } from "./fill-timeline.ts";

/** A word under a drawing, and the middle of its step, from 0 at the left to 1 at the right. */
export interface AxisMark {
  readonly at: number;
  readonly label: string;
}

/** So many are written at the most; they fit on a telephone. */
const most = 6;
const everyHours = [1, 2, 3, 6, 12];
const everyDays = [1, 2, 7, 14, 21, 30];
const dayMs = 86_400_000;

const hourOf = (startsAt: number) => new Date(startsAt).getUTCHours();
const day = new Intl.DateTimeFormat("en", { timeZone: "UTC", day: "numeric", month: "short" });

/** What is written under the steps of a drawing, at round hours or days (UTC) from its end backwards. */
export function axisMarks(steps: readonly Step[], grain: UsageSummary["grain"]): AxisMark[] {
  const first = steps[0]?.startsAt ?? 0;
  const last = steps.at(-1)?.startsAt ?? 0;
  const days = (last - first) / dayMs;
  const byHour = grain === "hour" && days <= 1;
  const every = byHour
    ? (everyHours.find((hours) => (days * 24) / hours < most) ?? 12)
    : (everyDays.find((count) => days / count < most) ?? Math.ceil(days / (most - 1)));
  const isMarked = ({ startsAt }: Step) =>
    byHour
      ? hourOf(startsAt) % every === 0
      : hourOf(startsAt) === 0 && (Math.floor(last / dayMs) - Math.floor(startsAt / dayMs)) % every === 0;
  return steps.flatMap((step, index) =>
    isMarked(step)
      ? [
          {
            at: (index + 0.5) / steps.length,
            label: byHour ? `${hourOf(step.startsAt)}:00` : day.format(step.startsAt),
          },
        ]
      : [],
  );
}
