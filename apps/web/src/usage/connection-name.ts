import type { Connection } from "@clawlink/contract";
import { appFace } from "../catalog/apps.ts";

/** What a connection is called: its app, and its label or account. */
export function connectionName({ integration, connectionLabel, accountLabel, id }: Connection): string {
  return `${appFace(integration).name}: ${connectionLabel ?? accountLabel ?? `connection ${id}`}`;
}
