import type { Latency, Outcomes } from "@clawlink/services/usage/summarize-usage";
import { TextLink } from "../ui/links.tsx";
import { Table } from "../ui/table.tsx";
import chart from "./chart.module.css";
import { allOf, countSeries, outcomeSeries } from "./outcome-series.ts";
import { duration, share } from "./units.ts";
import styles from "./usage.module.css";

/** Something that is called: its name, where its own figures are, and what became of the calls. */
export interface Ranked {
  readonly key: string;
  readonly name: string;
  readonly about?: string;
  readonly href: string | null;
  readonly outcomes: Outcomes;
  readonly latency?: Latency | null;
}

interface Props {
  readonly title: string;
  readonly of: string;
  readonly rows: readonly Ranked[];
  readonly latencies?: boolean;
}

/** What is called most, with bars that say how the calls ended. */
export function Ranking({ title, of, rows, latencies = false }: Props) {
  const most = Math.max(...rows.map(({ outcomes }) => allOf(outcomes)), 1);
  return (
    <section className={`${styles.panel} ${chart.chart}`}>
      <h2 className={styles.title}>{title}</h2>
      <Table dense>
        <thead>
          <tr>
            <th>{of}</th>
            <th className={styles.wide} style={{ width: "30%" }}>
              Outcomes
            </th>
            <th data-number>Calls</th>
            <th data-number>Succeeded</th>
            {latencies && (
              <th data-number className={styles.wide}>
                p50
              </th>
            )}
            {latencies && <th data-number>p95</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, about, href, outcomes, latency = null }) => (
            <tr key={key}>
              <td className={styles.name}>
                {href ? (
                  <TextLink name href={href}>
                    <bdi>{name}</bdi>
                  </TextLink>
                ) : (
                  <bdi>{name}</bdi>
                )}
                {about && <div className={styles.about}>{about}</div>}
              </td>
              <td className={styles.wide}>
                <Bar outcomes={outcomes} most={most} />
              </td>
              <td data-number>{allOf(outcomes).toLocaleString("en")}</td>
              <td data-number>{share(outcomes.succeeded, allOf(outcomes))}</td>
              {latencies && (
                <td data-number className={styles.wide}>
                  {duration(latency?.p50 ?? null)}
                </td>
              )}
              {latencies && <td data-number>{duration(latency?.p95 ?? null)}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** A bar as long as there are calls, compared to the most. */
function Bar({ outcomes, most }: { outcomes: Outcomes; most: number }) {
  const counts = countSeries(outcomes);
  let end = 0;
  return (
    <svg className={chart.share} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      {outcomeSeries.map(({ key, label }) => {
        const width = (100 * counts[key]) / most;
        const start = end;
        end += width;
        return width > 0 ? (
          <rect key={key} className={chart.bar} data-series={key} x={start} width={width} y={0} height={1}>
            <title>{`${label}: ${counts[key].toLocaleString("en")}`}</title>
          </rect>
        ) : null;
      })}
    </svg>
  );
}
