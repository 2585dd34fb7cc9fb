import type { LogPage } from "@clawlink/contract";
import { Paper, SimpleGrid, Text } from "@mantine/core";

/** The figures of all calls that match. */
export function Stats({ stats }: { stats: LogPage["stats"] }) {
  const { totalRequests, successfulRequests, failedRequests, averageLatency } = stats;
  const rate = totalRequests === 0 ? "—" : `${Math.round((100 * successfulRequests) / totalRequests)} %`;
  const tiles = [
    ["Calls", totalRequests.toLocaleString("en")],
    ["Succeeded", rate],
    ["Without success", failedRequests.toLocaleString("en")],
    ["Average time", totalRequests === 0 ? "—" : `${Math.round(averageLatency)} ms`],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} mb="lg">
      {tiles.map(([name, value]) => (
        <Paper key={name} withBorder p="md">
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text fz={26} fw={650}>
            {value}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
