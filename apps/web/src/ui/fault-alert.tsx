import type { Fault } from "@clawlink/contract";
import { Notice } from "./notice.tsx";

/** What went wrong and what to do, announced to screen readers; nothing when all is well. */
export function FaultAlert({ fault }: { fault: Fault | null }) {
  if (!fault) return null;
  return (
    <Notice tone="red" role="alert" title={fault.message}>
      {fault.facts.hint && <p>{fault.facts.hint}</p>}
    </Notice>
  );
}
