import {
  type AccessPolicy,
  AppError,
  agentRoutes,
  type ConnectStarted,
  connectionsAtOnce,
  unwrap,
} from "@clawlink/contract";
import { type ConnectionSnapshot, connectionAnswer, policyDenial } from "@clawlink/engine";
import { findSession } from "@clawlink/services/connect-session/find-session";
import type { Hono } from "hono";
import type { Caller } from "../account/caller.ts";
import { cellOf } from "../account/cell-of.ts";
import { standingTo } from "../account/wanted.ts";
import { sessionView } from "../connecting/session-view.ts";
import { appOf, startConnect } from "../connecting/start-connect.ts";
import type { Deps } from "../deps.ts";
import { connectionHealth } from "../discovery/connection-health.ts";
import { type AgentKey, type Env, serve } from "../serve.ts";

/** One of the account's connections if the caller's policy lets it use it, else null. */
async function connectionOf(deps: Deps, key: AgentKey, { key: own }: Caller, id: number) {
  const row = await cellOf(deps.bindings, key.accountId).connection(id);
  return row && policyDenial(own.policy, row.integration, row.id, "read") === null ? row : null;
}

interface Ask {
  readonly slug: string;
  /** Whether a connection that still works will do. */
  readonly reuse: boolean;
  /** The connection to connect anew. */
  readonly connectionId: number | null;
}

/** Why a key may not remove a connection, or null; what a person has to confirm, they do themselves. */
function removalDenial(policy: AccessPolicy, { integration, id }: ConnectionSnapshot): string | null {
  const denial = policyDenial(policy, integration, id, "delete");
  if (denial !== null || policy.confirmation !== "human") return denial;
  return "What this key changes waits for a person, and a connection is removed by them, in the dashboard.";
}

async function connect(
  deps: Deps,
  key: AgentKey,
  caller: Caller,
  { slug, reuse, connectionId }: Ask,
): Promise<ConnectStarted> {
  appOf(slug);
  if (caller.key.policy.apps && !caller.key.policy.apps.includes(slug))
    throw new AppError("policy_denied", `This key may not use ${slug}.`);
  const works = standingTo(slug, caller).connections.find(({ authState }) => authState !== "stale_auth");
  if (reuse && works) {
    const { id, isDefault, authState, connectionLabel, accountLabel, expiresAt } = connectionAnswer(works);
    return {
      alreadyConnected: true,
      integration: slug,
      connection: { id, isDefault, authState, connectionLabel, accountLabel, expiresAt },
    };
  }
  if (connectionId !== null && (await connectionOf(deps, key, caller, connectionId))?.integration !== slug)
    throw new AppError("not_found", `There is no connection ${connectionId} of ${slug}.`);
  return startConnect(deps, { userId: key.accountId, slug, connectionId, apiKeyId: caller.key.id });
}

/** Connecting apps (CONTRACT.md section 5). */
export function connectRoutes(app: Hono<Env>): void {
  serve(
    app,
    agentRoutes.startConnect,
    async ({ body, deps, key, caller }) =>
      connect(deps, key, await caller(), {
        slug: body.integration,
        reuse: body.reuseIfConnected === true,
        connectionId: body.connectionId ?? null,
      }),
    ({ body }) => ({ app: body.integration, take: connectionsAtOnce }),
  );
  serve(app, agentRoutes.getConnect, async ({ params, deps, key, caller }) => {
    const row = await findSession(deps.database, key.accountId, params.token);
    const made = row.status === "connected" ? row.connectionId : null;
    return sessionView(row, params.token, made === null ? null : await connectionOf(deps, key, await caller(), made));
  });
  serve(
    app,
    agentRoutes.getConnection,
    async ({ params, caller }) =>
      connectionHealth(appOf(params.integrationId).slug, standingTo(params.integrationId, await caller())),
    ({ params }) => ({ app: params.integrationId, take: 0 }),
  );
  serve(
    app,
    agentRoutes.beginConnection,
    async ({ params, body, deps, key, caller }) => {
      const who = await caller();
      const { speaker } = standingTo(params.integrationId, who);
      const started = await connect(deps, key, who, {
        slug: params.integrationId,
        reuse: body.reuse_if_connected === true,
        connectionId: body.force_reconnect && speaker?.isDefault ? speaker.id : null,
      });
      if ("alreadyConnected" in started) {
        return {
          integration_id: params.integrationId,
          status: "already_connected" as const,
          connection_session_id: null,
          connect_url: null,
          expires_at: null,
          instructions: ["It is connected already; run its actions."],
        };
      }
      return {
        integration_id: started.integration,
        status: "requires_user_action" as const,
        connection_session_id: started.sessionToken,
        connect_url: started.connectUrl,
        expires_at: started.expiresAt,
        instructions: [
          "Ask the person to open connect_url in a browser where they are signed in.",
          `They should see the code ${started.displayCode}.`,
          "Then check the connection until its state is healthy.",
        ],
      };
    },
    ({ params }) => ({ app: params.integrationId, take: connectionsAtOnce }),
  );
  serve(app, agentRoutes.deleteConnection, async ({ params, deps, key, caller }) => {
    const who = await caller();
    const row = await connectionOf(deps, key, who, params.connectionId);
    if (!row) throw new AppError("not_found", "There is no such connection.");
    const denial = removalDenial(who.key.policy, row);
    if (denial) throw new AppError("policy_denied", denial);
    return unwrap(await cellOf(deps.bindings, key.accountId).removeConnection(row.id));
  });
}
