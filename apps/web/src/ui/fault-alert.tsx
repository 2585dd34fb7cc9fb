import type { Fault } from "@clawlink/contract";
import { Alert, Text } from "@mantine/core";

/** What went wrong and what to do, announced to screen readers; nothing when all is well. */
export function FaultAlert({ fault }: { fault: Fault | null }) {
  if (!fault) return null;
  return (
    <Alert color="red" variant="light" role="alert" title={fault.message}>
      {fault.facts.hint && <Text size="sm">{fault.facts.hint}</Text>}
    </Alert>
  );
}
