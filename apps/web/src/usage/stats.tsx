import type { UsageSummary } from "@clawlink/services/usage/summarize-usage";
import { allOf } from "./outcome-series.ts";
import { duration, share } from "./units.ts";
import styles from "./usage.module.css";

/** The figures of all calls of a time. */
export function Stats({ outcomes, latency }: Pick<UsageSummary, "outcomes" | "latency">) {
  const all = allOf(outcomes);
  const tiles = [
    ["Calls", all.toLocaleString("en")],
    ["Succeeded", share(outcomes.succeeded, all)],
    ["Not successful", (outcomes.failed + outcomes.blocked + outcomes.unknown).toLocaleString("en")],
    ["Median time (p50)", duration(latency?.p50 ?? null)],
    ["95% within (p95)", duration(latency?.p95 ?? null)],
  ] as const;
  return (
    <dl className={styles.tiles}>
      {tiles.map(([name, value]) => (
        <div key={name} className={styles.panel}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
