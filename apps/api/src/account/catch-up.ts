import { loadAccount } from "@clawlink/services/account/load-account";
import { connectionSnapshot, keySnapshot } from "./account-state.ts";
import type { Cell } from "./cell.ts";

/** Takes in what D1 has of the account, after a change of which nobody knows whether it was made: its answer may have been lost. */
export async function catchUp({ database, accountId, state }: Cell): Promise<void> {
  const rows = await loadAccount(database, accountId);
  if (!rows) return;
  state.disabled = rows.disabled;
  state.catchUp(rows.keys.map(keySnapshot), rows.connections.map(connectionSnapshot));
}
