import type { Latency, Outcomes } from "@clawlink/services/usage/summarize-usage";
import {
  Paper,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
  Title,
} from "@mantine/core";
import { TextLink } from "../ui/links.tsx";
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
    <Paper withBorder p="md" component="section" className={styles.chart}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <TableScrollContainer minWidth={latencies ? 560 : 400} type="native">
        <Table fz="sm" verticalSpacing={6} horizontalSpacing="xs">
          <TableThead>
            <TableTr>
              <TableTh>{of}</TableTh>
              <TableTh w="30%">Outcomes</TableTh>
              <TableTh className={styles.number}>Calls</TableTh>
              <TableTh className={styles.number}>Succeeded</TableTh>
              {latencies && <TableTh className={styles.number}>p50</TableTh>}
              {latencies && <TableTh className={styles.number}>p95</TableTh>}
            </TableTr>
          </TableThead>
          <TableTbody>
            {rows.map(({ key, name, about, href, outcomes, latency = null }) => (
              <TableTr key={key}>
                <TableTd className={styles.name}>
                  {href ? (
                    <TextLink href={href} underline="hover">
                      {name}
                    </TextLink>
                  ) : (
                    name
                  )}
                  {about && (
                    <Text size="xs" c="dimmed">
                      {about}
                    </Text>
                  )}
                </TableTd>
                <TableTd>
                  <Bar outcomes={outcomes} most={most} />
                </TableTd>
                <TableTd className={styles.number}>{allOf(outcomes).toLocaleString("en")}</TableTd>
                <TableTd className={styles.number}>{share(outcomes.succeeded, allOf(outcomes))}</TableTd>
                {latencies && <TableTd className={styles.number}>{duration(latency?.p50 ?? null)}</TableTd>}
                {latencies && <TableTd className={styles.number}>{duration(latency?.p95 ?? null)}</TableTd>}
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
    </Paper>
  );
}

/** A bar as long as there are calls, compared to the most. */
function Bar({ outcomes, most }: { outcomes: Outcomes; most: number }) {
  const counts = countSeries(outcomes);
  let end = 0;
  return (
    <svg className={styles.share} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      {outcomeSeries.map(({ key, label }) => {
        const width = (100 * counts[key]) / most;
        const start = end;
        end += width;
        return width > 0 ? (
          <rect key={key} className={styles.bar} data-series={key} x={start} width={width} y={0} height={1}>
            <title>{`${label}: ${counts[key].toLocaleString("en")}`}</title>
          </rect>
        ) : null;
      })}
    </svg>
  );
}
