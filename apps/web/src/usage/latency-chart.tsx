import type { UsageSummary } from "@clawlink/services/usage/summarize-usage";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { axisMarks } from "./axis-marks.ts";
import styles from "./chart.module.css";
import { ChartFrame } from "./chart-frame.tsx";
import type { Step } from "./fill-timeline.ts";
import { HoverSteps } from "./hover-steps.tsx";
import { duration, stepName } from "./units.ts";

const lines = [
  { key: "p50", label: "Median (p50)" },
  { key: "p95", label: "95% within (p95)" },
] as const;

interface Props {
  readonly steps: readonly Step[];
  readonly grain: UsageSummary["grain"];
}

/** How long calls took over time. Stretches without calls are bridged: they are no calls of 0 ms. */
export function LatencyChart({ steps, grain }: Props) {
  const known = steps.flatMap(({ latency, startsAt }, index) =>
    latency && latency.p95 !== null && latency.p50 !== null
      ? [{ index, startsAt, p50: latency.p50, p95: latency.p95 }]
      : [],
  );
  // A line needs two ends: what was called in one stretch alone is a point.
  const alone = known.length === 1 ? known : [];
  const y = scaleLinear([0, Math.max(...known.map(({ p95 }) => p95), 10)], [1, 0]).nice(4);
  return (
    <ChartFrame
      title="Response time"
      legend={lines}
      ticks={y.ticks(4).map((tick) => ({ at: y(tick), label: duration(tick) }))}
      marks={axisMarks(steps, grain)}
      head={[grain === "hour" ? "Hour" : "Day (UTC)", "p50", "p95"]}
      rows={known.map(({ startsAt, p50, p95 }) => [stepName(startsAt, grain), duration(p50), duration(p95)])}
      width={steps.length}
    >
      {lines.map(({ key }) => (
        <path
          key={key}
          className={styles.line}
          data-series={key}
          d={
            line<(typeof known)[number]>(
              ({ index }) => index + 0.5,
              (point) => 100 * y(point[key]),
            )(known) ?? undefined
          }
        />
      ))}
      {alone.flatMap((point) =>
        lines.map(({ key }) => (
          <path
            key={`${key} ${point.startsAt}`}
            className={styles.point}
            data-series={key}
            d={`M${point.index + 0.5} ${100 * y(point[key])}h0`}
          />
        )),
      )}
      <HoverSteps
        titles={known.map(({ index, startsAt, p50, p95 }) => ({
          index,
          title: `${stepName(startsAt, grain)}\np50 ${duration(p50)}\np95 ${duration(p95)}`,
        }))}
      />
    </ChartFrame>
  );
}
