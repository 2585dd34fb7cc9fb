import type { Database } from "@clawlink/db";
import { findConnection } from "@clawlink/services/connection/find-connection";
import { listConnections } from "@clawlink/services/connection/list-connections";
import { accountName } from "../connect/account-name.ts";

/** An account a call can be made with. */
export interface OfferedAccount {
  readonly id: number;
  readonly name: string;
  readonly isDefault: boolean;
}

/** The accounts of an app to choose from, 200 and the one that is named, which is `chosen`. */
export async function offeredAccounts(
  database: Database,
  userId: string,
  app: string,
  named: number | undefined,
): Promise<{ accounts: OfferedAccount[]; chosen: number | undefined }> {
  const [listed, found] = await Promise.all([
    listConnections(database, userId, { integration: app }),
    findConnection(database, userId, named ?? null),
  ]);
  const chosen = found?.integration === app ? found : undefined;
  const rows = [...(chosen ? [chosen] : []), ...listed.filter(({ id }) => id !== chosen?.id)];
  const accounts = rows.map((row) => ({ id: row.id, name: accountName(row), isDefault: row.isDefault }));
  return { accounts, chosen: chosen?.id };
}
