import type { LogPage } from "@clawlink/contract";
import { Text } from "@mantine/core";
import { Moment } from "../ui/moment.tsx";

/** Which time the figures are about, where it is not all that was asked for. */
export function Covered({ coverage: { from, to } }: { coverage: LogPage["coverage"] }) {
  if (from === null && to === null) return null;
  return (
    <Text size="sm" c="dimmed" mb="sm">
      The figures are of calls{from !== null && " since "}
      {from !== null && <Moment iso={from} full />}
      {to !== null && " until "}
      {to !== null && <Moment iso={to} full />}.
    </Text>
  );
}
