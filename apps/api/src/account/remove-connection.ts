import { manifest } from "@clawlink/catalog/manifest";
import { registry } from "@clawlink/catalog/registry";
import { AppError, type ConnectionRemoved } from "@clawlink/contract";
import { type ConnectionSnapshot, readCredential } from "@clawlink/engine";
import { deleteConnection } from "@clawlink/services/connection/delete-connection";
import { revokeAtProvider } from "../connecting/revoke-at-provider.ts";
import type { Cell } from "./cell.ts";

/** So many versions at the most can be in KV: the row's own, and superseded ones in their grace period. */
const inGrace = 4;

type Home = Pick<Cell, "accountId" | "environment" | "database" | "vault" | "state" | "records">;

/** Whether another connection lives on the same grant: providers end all tokens of a client and account at once. */
function sharesGrant(cell: Home, connection: ConnectionSnapshot): boolean {
  const clientOf = (slug: string) => manifest.find((app) => app.slug === slug)?.client ?? slug;
  return cell.state.connections.some(
    (other) =>
      other.id !== connection.id &&
      other.externalAccountId === connection.externalAccountId &&
      clientOf(other.integration) === clientOf(connection.integration),
  );
}

async function revoke(cell: Home, connection: ConnectionSnapshot): Promise<ConnectionRemoved["revocation"]> {
  if (sharesGrant(cell, connection)) return "shared";
  try {
    const provider = await registry[connection.integration]?.provider();
    const record = await cell.vault.store.read({
      owner: cell.accountId,
      connectionId: connection.id,
      version: connection.credentialVersion,
    });
    if (!provider || record === null) return "failed";
    const context = {
      purpose: "connection",
      owner: cell.accountId,
      subject: String(connection.id),
      version: connection.credentialVersion,
    } as const;
    return await revokeAtProvider(cell, provider, readCredential(await cell.vault.opener.open(record, context)));
  } catch (error) {
    console.error("revocation failed", error instanceof Error ? error.message : String(error));
    return "failed";
  }
}

/**
 * Removes exactly one row with its credential, gives the token back at the provider, and promotes the oldest remaining row. The row goes
 * last: as long as it is there, a removal that was broken off can be asked for again.
 */
export async function removeConnection(cell: Home, connectionId: number): Promise<ConnectionRemoved> {
  const connection = cell.state.connection(connectionId);
  if (!connection) throw new AppError("not_found", "There is no such connection.");
  const revocation = await revoke(cell, connection);
  const remaining = cell.state.of(connection.integration).filter((other) => other.id !== connectionId);
  const heir = connection.isDefault ? (remaining[0]?.id ?? null) : null;
  for (let version = connection.credentialVersion; version > connection.credentialVersion - inGrace; version -= 1)
    if (version > 0) await cell.vault.store.remove({ owner: cell.accountId, connectionId, version });
  await deleteConnection(cell.database, cell.accountId, connectionId, heir);
  cell.state.dropConnection(connectionId);
  cell.records.delete(connectionId);
  if (heir !== null) cell.state.patchConnection(heir, { isDefault: true });
  return {
    success: true,
    id: connectionId,
    integration: connection.integration,
    revocation,
    newDefaultConnectionId: heir,
  };
}
