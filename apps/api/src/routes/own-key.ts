import { agentRoutes, unwrap } from "@clawlink/contract";
import { listExecutions } from "@clawlink/services/usage/list-executions";
import type { Hono } from "hono";
import { cellOf } from "../account/cell-of.ts";
import { type Env, serve } from "../serve.ts";

/** What a key may see and do about itself: its own calls, and its own end. */
export function ownKeyRoutes(app: Hono<Env>): void {
  serve(app, agentRoutes.listOwnLogs, async ({ query, caller, deps, key }) => {
    const { key: own } = await caller();
    unwrap(await cellOf(deps.bindings, key.accountId).flush());
    return listExecutions(deps.database, { userId: key.accountId }, { ...query, device: own.id });
  });
  serve(app, agentRoutes.revokeOwnKey, async ({ caller, deps, key }) => {
    const { key: own } = await caller();
    unwrap(await cellOf(deps.bindings, key.accountId).revokeKey(own.id));
    return { success: true as const };
  });
}
