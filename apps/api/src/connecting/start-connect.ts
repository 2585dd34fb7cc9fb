import { AppError, type ConnectSessionStarted } from "@clawlink/contract";
import { findApp, nearestApps } from "@clawlink/engine";
import type { ManifestApp } from "@clawlink/provider-kit";
import { startSession } from "@clawlink/services/connect-session/start-session";
import { cellOf } from "../account/cell-of.ts";
import { upgradeUrlOf } from "../billing/upgrade-url.ts";
import { catalog } from "../catalog.ts";
import type { Deps } from "../deps.ts";
import { hasOAuthClient, notConfigured } from "../oauth-client.ts";

/** How often a client asks whether connecting is done, in milliseconds. */
const pollIntervalMs = 3_000;

/** The app of a slug. Throws `not_found`. */
export function appOf(slug: string): ManifestApp {
  const app = findApp(catalog, slug);
  if (!app) throw unknownApp(slug);
  return app;
}

function unknownApp(slug: string): AppError {
  const nearest = nearestApps(catalog, slug);
  return new AppError("not_found", `There is no app named ${slug.slice(0, 64)}.`, {
    hint: `The nearest are ${nearest.join(", ")}; GET /api/integrations lists all.`,
    details: { nearest },
  });
}

/** Throws `billing_required` when the person's plan does not cover another app. */
async function checkPlan({ bindings, environment }: Deps, userId: string, slug: string): Promise<void> {
  const denied = await cellOf(bindings, userId).connectDenial(slug);
  if (denied !== null) throw new AppError("billing_required", denied, { upgradeUrl: upgradeUrlOf(environment) });
}

/** Starts a session in which a person connects `slug`. Throws `not_found`, `not_configured` and `billing_required`. */
export async function startConnect(
  deps: Deps,
  facts: { userId: string; slug: string; connectionId: number | null; apiKeyId: string | null },
): Promise<ConnectSessionStarted> {
  const app = appOf(facts.slug);
  if (app.client && !(await hasOAuthClient(deps.environment, deps.database, app.client)))
    throw notConfigured(deps.environment, app.client);
  if (deps.environment.billing && facts.connectionId === null) await checkPlan(deps, facts.userId, app.slug);
  const { row, token } = await startSession(deps.database, {
    userId: facts.userId,
    integration: app.slug,
    flowType: app.flow,
    connectionId: facts.connectionId,
    apiKeyId: facts.apiKeyId,
  });
  const { WEB_ORIGIN } = deps.environment;
  return {
    sessionId: row.id,
    sessionToken: token,
    displayCode: row.displayCode,
    integration: row.integration,
    connectionId: row.connectionId,
    status: "awaiting_user_action",
    expiresAt: row.expiresAt.toISOString(),
    pollIntervalMs,
    connectUrl: `${WEB_ORIGIN}/connect/${row.integration}?session=${token}`,
    statusUrl: `${WEB_ORIGIN}/api/connect/sessions/${token}`,
  };
}
