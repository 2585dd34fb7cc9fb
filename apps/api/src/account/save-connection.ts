import { AppError, type FlowType } from "@clawlink/contract";
import type { ConnectionSnapshot } from "@clawlink/engine";
import { reserveConnection } from "@clawlink/services/connection/reserve-connection";
import { saveConnection as saveRow } from "@clawlink/services/connection/save-connection";
import { connectionSnapshot } from "./account-state.ts";
import type { Cell } from "./cell.ts";
import { retireCredential } from "./retire-credential.ts";

type Home = Pick<Cell, "accountId" | "database" | "vault" | "state" | "records" | "refresher">;

/** What a finished session brings to the cell; `credential` is the plaintext to seal, and goes nowhere else. */
export interface NewConnection {
  readonly sessionId: string;
  readonly integration: string;
  readonly flowType: FlowType;
  /** The row to reconnect, or null. */
  readonly connectionId: number | null;
  readonly accountId: string;
  readonly label: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
  readonly credential: string;
  readonly expiresAt: number | null;
}

/** The row a session finishes into: the one it names, else the one of the same upstream account, else none (CONTRACT.md section 5). */
function targetRow(cell: Home, connection: NewConnection): ConnectionSnapshot | null {
  const same =
    cell.state.of(connection.integration).find((row) => row.externalAccountId === connection.accountId) ?? null;
  if (connection.connectionId === null) return same;
  const named = cell.state.connection(connection.connectionId);
  if (!named || named.integration !== connection.integration)
    throw new AppError("not_found", "The connection to renew no longer exists.");
  if (same && same.id !== named.id)
    throw new AppError(
      "conflict",
      `${connection.label} is already connected as connection ${same.id}. Sign in with the account of the connection you are renewing.`,
    );
  return named;
}

/** Creates or updates exactly one row with a fresh credential version: KV first, then D1 by compare-and-set. */
export async function saveConnection(cell: Home, connection: NewConnection): Promise<ConnectionSnapshot> {
  const target = targetRow(cell, connection);
  if (target) return cell.refresher.alone(target.id, () => write(cell, connection, target.id));
  const id = await reserveConnection(cell.database, cell.accountId, connection.integration, connection.flowType);
  return write(cell, connection, id);
}

async function write(cell: Home, connection: NewConnection, id: number): Promise<ConnectionSnapshot> {
  const target = cell.state.connection(id);
  const version = target?.credentialVersion ?? 0;
  const address = { owner: cell.accountId, connectionId: id, version: version + 1 };
  const record = await cell.vault.sealer.seal(connection.credential, {
    purpose: "connection",
    owner: cell.accountId,
    subject: String(id),
    version: version + 1,
  });
  await cell.vault.store.write(address, record);
  const row = await saveRow(
    cell.database,
    { userId: cell.accountId, connectionId: id, version, sessionId: connection.sessionId },
    {
      accountLabel: connection.label,
      externalAccountId: connection.accountId,
      providerMetadata: { ...connection.metadata },
      scopes: [...connection.scopes],
      credentialExpiresAt: connection.expiresAt === null ? null : new Date(connection.expiresAt),
      credentialKeyId: cell.vault.sealer.keyId,
      isDefault: target?.isDefault ?? !cell.state.of(connection.integration).some((other) => other.isDefault),
    },
  );
  if (!row) {
    await cell.vault.store.remove(address);
    throw new AppError("conflict", "This connection was changed at the same moment. Try again.");
  }
  const saved = connectionSnapshot(row);
  cell.state.putConnection(saved);
  cell.records.set(id, { version: version + 1, record });
  if (version > 0) await retireCredential(cell.vault, { ...address, version });
  return saved;
}
