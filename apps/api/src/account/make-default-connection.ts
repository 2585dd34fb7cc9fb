import { AppError } from "@clawlink/contract";
import { makeDefault } from "@clawlink/services/connection/make-default";
import type { Cell } from "./cell.ts";

/** Makes a connection the one its app is used with when none is named. Throws `not_found`. */
export async function makeDefaultConnection({ state, database, accountId }: Cell, connectionId: number): Promise<void> {
  const connection = state.connection(connectionId);
  if (!connection) throw new AppError("not_found", "There is no such connection.");
  await makeDefault(database, accountId, connection.integration, connectionId);
  for (const other of state.of(connection.integration))
    state.patchConnection(other.id, { isDefault: other.id === connectionId });
}
