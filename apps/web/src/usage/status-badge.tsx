import type { ExecutionStatus } from "@clawlink/contract";
import { Badge } from "@mantine/core";
import { statusWords } from "./status-words.ts";

/** What became of a call, in words. */
export function StatusBadge({ status }: { status: ExecutionStatus }) {
  const { label, color } = statusWords[status];
  return (
    <Badge variant="light" color={color} tt="none">
      {label}
    </Badge>
  );
}
