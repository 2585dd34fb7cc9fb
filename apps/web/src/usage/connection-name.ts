import type { Connection } from "@clawlink/contract";
import { appFace } from "../catalog/apps.ts";
import { accountName } from "../connect/account-name.ts";
import { isolate } from "../ui/isolate.ts";

/** What a connection is called: its app, and its label or account. */
export function connectionName(connection: Connection): string {
  return `${appFace(connection.integration).name}: ${isolate(accountName(connection))}`;
}
