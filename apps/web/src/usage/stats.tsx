import type { UsageSummary } from "@clawlink/services/usage/summarize-usage";
import { Paper, SimpleGrid, Text } from "@mantine/core";
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
    <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm" mb="md" component="dl" className={styles.tiles}>
      {tiles.map(([name, value]) => (
        <Paper key={name} withBorder p="md" component="div">
          <Text size="sm" c="dimmed" component="dt">
            {name}
          </Text>
          <Text fz={24} fw={650} component="dd" m={0} style={{ fontVariantNumeric: "tabular-nums" }}>
            {value}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
