import type { ConnectionSnapshot, KeySnapshot } from "@clawlink/engine";

/** Who a key stands for, and what it may use. */
export interface Caller {
  readonly key: KeySnapshot;
  readonly connections: readonly ConnectionSnapshot[];
}
