import type { UsageSummary } from "@clawlink/services/usage/summarize-usage";
import { scaleLinear } from "d3-scale";
import { type SeriesPoint, stack } from "d3-shape";
import { axisMarks } from "./axis-marks.ts";
import styles from "./chart.module.css";
import { ChartFrame } from "./chart-frame.tsx";
import type { Step } from "./fill-timeline.ts";
import { HoverSteps } from "./hover-steps.tsx";
import { allOf, countSeries, type OutcomeKey, outcomeSeries } from "./outcome-series.ts";
import { calls, stepName } from "./units.ts";

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
      title={grain === "hour" ? "Calls by hour (UTC)" : "Calls by day (UTC)"}
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
      {pile(counted).map((series) => (
        <path key={series.key} className={styles.bar} data-series={series.key} d={drawBars(series, y)} />
      ))}
      <HoverSteps
        titles={steps.map((step, index) => ({
          index,
          title: summary(step, counted[index] ?? countSeries(null)),
        }))}
      />
    </ChartFrame>
  );
}

/** A bar for each step, from where the series below it ends; all of a series in one path, since a week has 168 hours. */
function drawBars(series: Iterable<SeriesPoint<unknown>>, y: (calls: number) => number): string {
  const place = (calls: number) => Math.round(10_000 * y(calls)) / 100;
  return Array.from(series, ([low, high], index) =>
    high > low ? `M${index + 0.12} ${place(high)}h.76V${place(low)}h-.76z` : "",
  ).join("");
}
