import type { ReactNode } from "react";
import { Table } from "../ui/table.tsx";
import type { AxisMark } from "./axis-marks.ts";
import styles from "./chart.module.css";
import { rowsHtml } from "./static-html.ts";
import usage from "./usage.module.css";

interface Props {
  readonly title: string;
  /** What the colours mean. */
  readonly legend: readonly { readonly key: string; readonly label: string }[];
  /** Lines across the drawing: how far from its top, 0 to 1, and what is written beside them. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** What is written under it. */
  readonly marks: readonly AxisMark[];
  /** The drawing in numbers, for those who cannot see it or want them exactly. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How wide the drawing counts; it is 100 high, and stretched to the page. */
  readonly width: number;
  readonly children: ReactNode;
}

/** A drawing with its title, legend and scale, and the same as a table. */
export function ChartFrame({ title, legend, ticks, marks, head, rows, width, children }: Props) {
  const widest = ticks.reduce((longest, { label }) => (label.length > longest.length ? label : longest), "");
  return (
    <figure className={`${usage.panel} ${styles.chart}`}>
      <h2 className={usage.title}>{title}</h2>
      <div className={styles.legend}>
        {legend.map(({ key, label }) => (
          <span key={key}>
            <i className={styles.swatch} data-series={key} />
            {label}
          </span>
        ))}
      </div>
      <div className={styles.plot} style={{ marginTop: 14 }} aria-hidden="true">
        <div className={styles.scale}>
          <span className={styles.ghost}>{widest}</span>
          {ticks.map(({ at, label }) => (
            <span key={label} style={{ top: `${100 * at}%` }}>
              {label}
            </span>
          ))}
        </div>
        <svg className={styles.drawing} viewBox={`0 0 ${width} 100`} preserveAspectRatio="none" aria-hidden="true">
          {ticks.map(({ at, label }) => (
            <line key={label} className={styles.grid} x1={0} x2={width} y1={100 * at} y2={100 * at} />
          ))}
          {children}
        </svg>
        <div className={styles.marks}>
          {marks.map(({ at, label }) => (
            <span
              key={at}
              data-edge={at > 0.94 ? "end" : at < 0.06 ? "start" : undefined}
              style={{ left: `${100 * at}%` }}
            >
              {label}
            </span>
          ))}
        </div>
      </div>
      <details className={styles.table}>
        <summary>Show as a table</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
        <section className={styles.rows} tabIndex={0} aria-label={`${title} as a table`}>
          <Table dense>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name}>{name}</th>
                ))}
              </tr>
            </thead>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: escaped, see static-html.ts */}
            <tbody dangerouslySetInnerHTML={{ __html: rowsHtml(rows) }} />
          </Table>
        </section>
      </details>
    </figure>
  );
}
