import type { HermesStatus } from "@clawlink/contract";
import { approveHermes } from "@clawlink/services/hermes/approve-hermes";
import { findHermes } from "@clawlink/services/hermes/find-hermes";
import { keySnapshot } from "./account-state.ts";
import type { Cell } from "./cell.ts";

/** Makes the key of a Hermes that a person approved, sealed until it fetches it. */
export async function letHermesIn(cell: Cell, sessionId: string): Promise<HermesStatus> {
  const { database, accountId, vault, state } = cell;
  const session = await findHermes(database, sessionId);
  const context = { purpose: "hermes-key", owner: accountId, subject: session.idHash, version: 1 } as const;
  const key = await approveHermes(database, accountId, session, (raw) => vault.sealer.seal(raw, context));
  state.putKey(keySnapshot(key.row));
  return "approved";
}
