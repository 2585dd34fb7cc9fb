import type { UsageSummary } from "@clawlink/services/usage/summarize-usage";
import { scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import { axisMarks } from "./axis-marks.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { Step } from "./fill-timeline.ts";
import { allOf, countSeries, type OutcomeKey, outcomeSeries } from "./outcome-series.ts";
import { calls, stepName } from "./units.ts";
import styles from "./usage.module.css";

const pile = stack<unknown, Readonly<Record<OutcomeKey, number>>, OutcomeKey>().keys(
  outcomeSeries.map(({ key }) => key),
);

interface Props {
  readonly steps: readonly Step[];
  readonly grain: UsageSummary["grain"];
}

/** Calls over time, stacked by how they ended. */
export function CallsChart({ steps, grain }: Props) {
  const counted = steps.map(({ outcomes }) => countSeries(outcomes));
  const most = Math.max(...steps.map(({ outcomes }) => allOf(outcomes)), 4);
  const y = scaleLinear([0, most], [1, 0]).nice(4);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const shown = outcomeSeries.filter(({ key }) => key === "succeeded" || counted.some((count) => count[key] > 0));
  const summary = ({ startsAt, outcomes }: Step, count: Readonly<Record<OutcomeKey, number>>) =>
    [
      `${stepName(startsAt, grain)}: ${calls(allOf(outcomes))}`,
      ...shown.filter(({ key }) => count[key] > 0).map(({ key, label }) => `${label}: ${count[key]}`),
    ].join("\n");
  return (
    <ChartFrame
      title={grain === "hour" ? "Calls by hour" : "Calls by day"}
      legend={shown}
      ticks={ticks.map((tick) => ({ at: y(tick), label: tick.toLocaleString("en") }))}
      marks={axisMarks(steps, grain)}
      head={[grain === "hour" ? "Hour" : "Day (UTC)", ...shown.map(({ label }) => label)]}
      rows={steps.flatMap(({ startsAt, outcomes }, index) =>
        outcomes
          ? [[stepName(startsAt, grain), ...shown.map(({ key }) => (counted[index]?.[key] ?? 0).toLocaleString("en"))]]
          : [],
      )}
      width={steps.length}
    >
      {pile(counted).map((series) =>
        series.map(([low, high], index) =>
          high > low ? (
            <rect
              key={steps[index]?.startsAt}
              className={styles.bar}
              data-series={series.key}
              x={index + 0.12}
              width={0.76}
              y={100 * y(high)}
              height={100 * (y(low) - y(high))}
            />
          ) : null,
        ),
      )}
      {steps.map((step, index) => (
        <rect key={step.startsAt} className={styles.hover} opacity={0.4} x={index} width={1} y={0} height={100}>
          <title>{summary(step, counted[index] ?? countSeries(null))}</title>
        </rect>
      ))}
    </ChartFrame>
  );
}
