import { type AccountDeleted, AppError } from "@clawlink/contract";
import { deleteAccount as deleteRows } from "@clawlink/services/account/delete-account";
import { resignOperator } from "@clawlink/services/account/resign-operator";
import { revokeAllKeys } from "@clawlink/services/account/revoke-all-keys";
import { endSubscriptions } from "../billing/end-subscriptions.ts";
import type { Cell } from "./cell.ts";
import { removeConnection } from "./remove-connection.ts";

/** Everything in KV under a prefix goes; results would expire within a day, but nobody has to wait for that. */
async function removeStored(kv: KVNamespace, prefix: string): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: KVNamespaceListResult<unknown> = await kv.list({ prefix, cursor });
    for (const { name } of page.keys) await kv.delete(name);
    cursor = page.list_complete ? null : page.cursor;
  } while (cursor !== null);
}

/**
 * Takes the operator's role, ends what is paid for, takes the account's keys, its connections with their tokens at the providers, its records in KV, and its rows,
 * in this order: the person is there until the end, so that a deletion that was cut short can be asked for again. The cell's own storage is the caller's.
 */
export async function deleteAccount(cell: Cell, kv: KVNamespace): Promise<AccountDeleted> {
  const { database, accountId, state } = cell;
  if (!(await resignOperator(database, accountId)))
    throw new AppError("conflict", "You are the only operator, and other people have accounts here.", {
      hint: "Make one of them an operator first.",
    });
  const { billing } = cell.environment;
  if (billing) await endSubscriptions(billing, database, accountId);
  await revokeAllKeys(database, accountId);
  state.dropKeys();
  const notRevoked: { integration: string; accountLabel: string | null }[] = [];
  for (const { id, integration, accountLabel } of state.connections) {
    const { revocation } = await cell.refresher.alone(id, () => removeConnection(cell, id));
    if (revocation === "failed" || revocation === "unsupported") notRevoked.push({ integration, accountLabel });
  }
  await removeStored(kv, `credential/${encodeURIComponent(accountId)}/`);
  await removeStored(kv, `result/${accountId}/`);
  await deleteRows(database, accountId);
  return { notRevoked };
}
