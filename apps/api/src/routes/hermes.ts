import { agentRoutes } from "@clawlink/contract";
import { consumeHermes, rejectHermes } from "@clawlink/services/hermes/end-hermes";
import { findHermes } from "@clawlink/services/hermes/find-hermes";
import { type HermesRow, hermesStatus } from "@clawlink/services/hermes/hermes-status";
import { startHermes } from "@clawlink/services/hermes/start-hermes";
import type { Hono } from "hono";
import type { Deps } from "../deps.ts";
import { limitStarts } from "../limit-starts.ts";
import { type Env, serve } from "../serve.ts";
import { pollIntervalMs } from "./pairing.ts";

const display = {
  title: "Approve ClawLink for Hermes",
  summary: "Open the link, sign in and approve, and this agent can use your connected apps.",
};

/** What Hermes writes into its configuration, while the approved key waits for it. */
async function installation(deps: Deps, row: HermesRow) {
  if (hermesStatus(row) !== "approved" || !row.sealedKey || !row.userId) return {};
  const key = await deps.vault.opener.open(row.sealedKey, {
    purpose: "hermes-key",
    owner: row.userId,
    subject: row.idHash,
    version: 1,
  });
  const install = {
    server_name: "clawlink" as const,
    url: `${deps.environment.WEB_ORIGIN}/api/mcp`,
    headers: { "x-clawlink-api-key": key.open() },
    timeout: 180,
    connect_timeout: 60,
  };
  return {
    install,
    display: { title: "ClawLink is approved", summary: "Save this server into the agent's configuration." },
  };
}

/** Bootstrapping of Hermes agents (CONTRACT.md section 4). */
export function hermesRoutes(app: Hono<Env>): void {
  serve(app, agentRoutes.startHermes, async ({ body, deps, request }) => {
    await limitStarts(deps.bindings, request);
    const { row, sessionId } = await startHermes(deps.database, body);
    const { WEB_ORIGIN } = deps.environment;
    return {
      session_id: sessionId,
      status: "pending_approval" as const,
      approval_url: `${WEB_ORIGIN}/hermes/approve/${sessionId}`,
      poll_url: `${WEB_ORIGIN}/api/hermes/bootstrap-sessions/${sessionId}`,
      expires_at: row.expiresAt.toISOString(),
      poll_interval_ms: pollIntervalMs,
      display,
    };
  });
  serve(app, agentRoutes.pollHermes, async ({ params, deps }) => {
    const row = await findHermes(deps.database, params.session_id);
    return {
      session_id: params.session_id,
      status: hermesStatus(row),
      expires_at: row.expiresAt.toISOString(),
      ...(await installation(deps, row)),
    };
  });
  serve(app, agentRoutes.consumeHermes, async ({ params, deps }) => {
    const row = await findHermes(deps.database, params.session_id);
    return { session_id: params.session_id, status: await consumeHermes(deps.database, row) };
  });
  serve(app, agentRoutes.cancelHermes, async ({ params, deps }) => {
    const row = await findHermes(deps.database, params.session_id);
    return { session_id: params.session_id, status: await rejectHermes(deps.database, row) };
  });
}
