import type { ListedConnection } from "@clawlink/services/connection/listed-connection";
import { type AppFace, appFace, findApp } from "../catalog/apps.ts";
import { describeHealth, type Health } from "./describe-health.ts";

/** A connection with the face of its app and its health in words. */
export interface ConnectionView extends Omit<ListedConnection, "scopes"> {
  readonly app: AppFace;
  readonly health: Health;
}

/** A connection as the pages show it. */
export function connectionView({ scopes, ...row }: ListedConnection): ConnectionView {
  const health = describeHealth({ ...row, scopes }, findApp(row.integration));
  return { ...row, app: appFace(row.integration), health };
}
