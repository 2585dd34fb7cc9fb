import { type Database, openDatabase } from "@clawlink/db";
import { getCloudflareContext } from "@opennextjs/cloudflare";
import { type Environment, readEnvironment } from "../environment.ts";
import { steadyRpc } from "./steady-rpc.ts";

/** What a page or handler works with. */
export interface Platform {
  readonly environment: Environment;
  readonly database: Database;
}

/** The platform of the request being answered. */
export function platform(): Platform {
  const environment = readEnvironment(getCloudflareContext().env);
  return { environment: { ...environment, RPC: steadyRpc(environment.RPC) }, database: openDatabase(environment.DB) };
}
