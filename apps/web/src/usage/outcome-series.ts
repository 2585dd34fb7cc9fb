import type { ExecutionStatus } from "@clawlink/contract";
import type { Outcomes } from "@clawlink/services/usage/summarize-usage";
import { statusWords } from "./status-words.ts";

/** What charts tell apart, from the bottom of a bar up. */
export const outcomeSeries = [
  { key: "succeeded", label: statusWords.succeeded.label, statuses: ["succeeded"] },
  { key: "failed", label: statusWords.failed.label, statuses: ["failed"] },
  { key: "blocked", label: statusWords.blocked.label, statuses: ["blocked"] },
  { key: "unknown", label: statusWords.unknown.label, statuses: ["unknown"] },
  { key: "open", label: "Running or waiting", statuses: ["running", "pending_approval"] },
] as const satisfies readonly { key: string; label: string; statuses: readonly ExecutionStatus[] }[];

/** One of them. */
export type OutcomeKey = (typeof outcomeSeries)[number]["key"];

/** How many calls of each series there are. */
export function countSeries(outcomes: Outcomes | null): Readonly<Record<OutcomeKey, number>> {
  const { succeeded = 0, failed = 0, blocked = 0, unknown = 0, running = 0, pending_approval = 0 } = outcomes ?? {};
  return { succeeded, failed, blocked, unknown, open: running + pending_approval };
}

/** How many calls these are. */
export function allOf(outcomes: Outcomes | null): number {
  return Object.values(outcomes ?? {}).reduce((sum, count) => sum + count, 0);
}
