import type { UsageSummary } from "@clawlink/services/usage/summarize-usage";
import { appFace } from "../catalog/apps.ts";
import { CallsChart } from "./calls-chart.tsx";
import { Covered } from "./covered.tsx";
import { ErrorList } from "./error-list.tsx";
import { fillTimeline } from "./fill-timeline.ts";
import { LatencyChart } from "./latency-chart.tsx";
import { Ranking } from "./ranking.tsx";
import { Stats } from "./stats.tsx";
import styles from "./usage.module.css";
import { type UsageFilters, usagePath } from "./usage-path.ts";

/** So many apps and devices are ranked. */
const mostRanked = 12;

/** Everything Usage draws of a time. */
export function Figures({ summary, query }: { summary: UsageSummary; query: UsageFilters }) {
  const { grain, apps, actions, devices, errors, latency } = summary;
  const steps = fillTimeline(summary);
  const nameOf = (slug: string | null) => (slug === null ? "No app" : appFace(slug).name);
  return (
    <div className={styles.figures}>
      <div>
        <Stats {...summary} />
        <Covered coverage={summary.coverage} />
        {query.search && <p className={styles.note}>The figures ignore the search; the list below follows it.</p>}
        {latency === null && (
          <p className={styles.note}>
            Response times are only kept in total and by app, so a narrower filter shows none.
          </p>
        )}
      </div>
      <CallsChart steps={steps} grain={grain} />
      {latency && <LatencyChart steps={steps} grain={grain} />}
      <Ranking
        title="Apps"
        of="App"
        latencies={latency !== null}
        rows={apps.slice(0, mostRanked).map(({ integration, ...rest }) => ({
          key: integration ?? "",
          name: nameOf(integration),
          href: integration && usagePath({ ...query, integration }),
          ...rest,
        }))}
      />
      <div className={styles.pairs}>
        <Ranking
          title="Top actions"
          of="Action"
          rows={actions.map(({ integration, action, outcomes }) => ({
            key: `${integration}/${action}`,
            name: action,
            about: nameOf(integration),
            href: usagePath({ ...query, action, ...(integration && { integration }) }),
            outcomes,
          }))}
        />
        {devices && (
          <Ranking
            title="Devices"
            of="Device"
            rows={devices.slice(0, mostRanked).map(({ id, name, outcomes }) => ({
              key: id ?? "",
              name: name ?? "No device",
              href: id && usagePath({ ...query, device: id }),
              outcomes,
            }))}
          />
        )}
        <ErrorList errors={errors} />
      </div>
    </div>
  );
}
