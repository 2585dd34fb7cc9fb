import type { KeySnapshot } from "@clawlink/engine";
import type { AppStanding } from "./wanted.ts";

/** Who a key stands for, and how it stands to the wanted apps it has connections of. */
export interface Caller {
  readonly key: KeySnapshot;
  readonly apps: ReadonlyMap<string, AppStanding>;
}
