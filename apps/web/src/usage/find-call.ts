import type { LogDetail } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import { findConnection } from "@clawlink/services/connection/find-connection";
import { getExecution } from "@clawlink/services/usage/get-execution";
import { listOwners } from "@clawlink/services/usage/list-owners";
import type { User } from "../auth/user.ts";
import { connectionName } from "./connection-name.ts";

/** A call as its page shows it. */
export interface FoundCall {
  readonly call: LogDetail;
  /** What its connection is called; null when it is gone or somebody else's. */
  readonly connection: string | null;
  /** The e-mail address of somebody else, whose call an operator looks at; null for one's own. */
  readonly owner: string | null;
}

/** A call of this person, or for an operator anybody's, which is then without its input and output. */
export async function findCall(database: Database, user: User, id: string): Promise<FoundCall | null> {
  const call = await getExecution(database, { userId: user.id }, id);
  if (call) {
    const connection = await findConnection(database, user.id, call.connectionId);
    return { call, connection: connection ? connectionName(connection) : null, owner: null };
  }
  if (user.role !== "operator") return null;
  const [other, owners] = await Promise.all([getExecution(database, "everybody", id), listOwners(database, [id])]);
  if (!other) return null;
  return { call: { ...other, input: null, output: null }, connection: null, owner: owners.get(id) ?? "somebody" };
}
