import { type AccessPolicy, AppError, agentRoutes, type ConnectStarted, unwrap } from "@clawlink/contract";
import { type ConnectionSnapshot, connectionAnswer, policyDenial } from "@clawlink/engine";
import { findSession } from "@clawlink/services/connect-session/find-session";
import type { Hono } from "hono";
import type { Caller } from "../account/caller.ts";
import { cellOf } from "../account/cell-of.ts";
import { sessionView } from "../connecting/session-view.ts";
import { appOf, startConnect } from "../connecting/start-connect.ts";
import type { Deps } from "../deps.ts";
import { connectionHealth } from "../discovery/connection-health.ts";
import { type Env, serve } from "../serve.ts";

/** The row a client reuses when the app is connected already: the default, else any, if it still works. */
function reusable(caller: Caller, slug: string) {
  const rows = caller.connections.filter(
    (connection) => connection.integration === slug && connection.authState !== "stale_auth",
  );
  return rows.find((row) => row.isDefault) ?? rows[0] ?? null;
}

/** Why a key may not remove a connection, or null; what a person has to confirm, they do themselves. */
function removalDenial(policy: AccessPolicy, { integration, id }: ConnectionSnapshot): string | null {
  const denial = policyDenial(policy, integration, id, "delete");
  if (denial !== null || policy.confirmation !== "human") return denial;
  return "What this key changes waits for a person, and a connection is removed by them, in the dashboard.";
}

async function connect(
  deps: Deps,
  userId: string,
  caller: Caller,
  slug: string,
  reuse: boolean,
  connectionId: number | null,
): Promise<ConnectStarted> {
  appOf(slug);
  if (caller.key.policy.apps && !caller.key.policy.apps.includes(slug))
    throw new AppError("policy_denied", `This key may not use ${slug}.`);
  const row = reuse ? reusable(caller, slug) : null;
  if (row) {
    const { id, isDefault, authState, connectionLabel, accountLabel, expiresAt } = connectionAnswer(row);
    return {
      alreadyConnected: true,
      integration: slug,
      connection: { id, isDefault, authState, connectionLabel, accountLabel, expiresAt },
    };
  }
  const named =
    connectionId === null ||
    caller.connections.some(({ id, integration }) => id === connectionId && integration === slug);
  if (!named) throw new AppError("not_found", `There is no connection ${connectionId} of ${slug}.`);
  return startConnect(deps, { userId, slug, connectionId, apiKeyId: caller.key.id });
}

/** Connecting apps (CONTRACT.md section 5). */
export function connectRoutes(app: Hono<Env>): void {
  serve(app, agentRoutes.startConnect, async ({ body, deps, key, caller }) =>
    connect(
      deps,
      key.accountId,
      await caller(),
      body.integration,
      body.reuseIfConnected === true,
      body.connectionId ?? null,
    ),
  );
  serve(app, agentRoutes.getConnect, async ({ params, deps, key, caller }) => {
    const { connections } = await caller();
    return sessionView(await findSession(deps.database, key.accountId, params.token), params.token, connections);
  });
  serve(app, agentRoutes.getConnection, async ({ params, caller }) =>
    connectionHealth(appOf(params.integrationId).slug, (await caller()).connections),
  );
  serve(app, agentRoutes.beginConnection, async ({ params, body, deps, key, caller }) => {
    const who = await caller();
    const stale = body.force_reconnect
      ? (who.connections.find((row) => row.integration === params.integrationId && row.isDefault)?.id ?? null)
      : null;
    const started = await connect(
      deps,
      key.accountId,
      who,
      params.integrationId,
      body.reuse_if_connected === true,
      stale,
    );
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
  });
  serve(app, agentRoutes.deleteConnection, async ({ params, deps, key, caller }) => {
    const who = await caller();
    const row = who.connections.find(({ id }) => id === params.connectionId);
    if (!row) throw new AppError("not_found", "There is no such connection.");
    const denial = removalDenial(who.key.policy, row);
    if (denial) throw new AppError("policy_denied", denial);
    return unwrap(await cellOf(deps.bindings, key.accountId).removeConnection(row.id));
  });
}
