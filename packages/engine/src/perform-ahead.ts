import type { Plan } from "@clawlink/provider-kit";
import { type Admitted, type Performed, perform } from "./perform.ts";
import type { FoundTool } from "./ports.ts";
import type { Run } from "./run.ts";

/** A read that was sent while its cell was being asked. */
export interface Ahead {
  /** What came of it, if the cell admitted just what was expected; null when the call has to be made anew, or not at all. */
  outcome(admitted: Admitted): Promise<Performed> | null;
  /** Stops it; nobody sees what came of it. */
  drop(): void;
}

/**
 * Sends a read while the cell is asked, where the isolate knows what the cell will say; the cell's word is awaited before anything is
 * answered, so a call it refuses is refused. Null where there is no telling, and for whatever is not a plain read.
 */
export function performAhead(run: Run, found: FoundTool, plan: Plan): Ahead | null {
  const { ports, call, key, startedAt } = run;
  const plain = call.mode === "direct" && key === null && call.approvedExecutionId === undefined;
  if (!plain || found.action.effect !== "read" || call.controls.files?.length) return null;
  const expected = ports.foresight.expect(call, startedAt);
  if (!expected) return null;
  const stop = new AbortController();
  const signal = call.signal ? AbortSignal.any([call.signal, stop.signal]) : stop.signal;
  const performed = perform({ ...run, call: { ...call, signal } }, expected, found, plan);
  const drop = () => {
    stop.abort();
    ports.later(performed);
  };
  return {
    outcome: ({ connection, pacedMs }) => {
      const same =
        pacedMs === 0 &&
        connection?.id === expected.connection?.id &&
        connection?.credentialVersion === expected.connection?.credentialVersion;
      if (same) return performed;
      drop();
      return null;
    },
    drop,
  };
}
