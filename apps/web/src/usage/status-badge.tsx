import type { ExecutionStatus } from "@clawlink/contract";
import { Badge } from "../ui/badge.tsx";
import { statusWords } from "./status-words.ts";

/** What became of a call, in words. */
export function StatusBadge({ status }: { status: ExecutionStatus }) {
  const { label, tone } = statusWords[status];
  return <Badge tone={tone}>{label}</Badge>;
}
