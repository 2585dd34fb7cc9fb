import { agentRoutes, type CatalogItem, connectionsAtOnce, openApiDocument } from "@clawlink/contract";
import { connectionAnswer } from "@clawlink/engine";
import type { ManifestApp } from "@clawlink/provider-kit";
import type { Hono } from "hono";
import { type AppStanding, standingTo } from "../account/wanted.ts";
import { catalog } from "../catalog.ts";
import { appOf } from "../connecting/start-connect.ts";
import { connectionState } from "../discovery/connection-health.ts";
import { summarizeAction } from "../discovery/describe-tool.ts";
import { searchTools } from "../discovery/search-tools.ts";
import { hasOAuthClient } from "../oauth-client.ts";
import { type Env, serve } from "../serve.ts";

function catalogItem(app: ManifestApp, standing: AppStanding): CatalogItem {
  const state = connectionState(standing);
  return {
    integration_id: app.slug,
    name: app.name,
    slug: app.slug,
    category: app.category,
    summary: app.summary,
    connected: state !== "not_connected",
    connection_state: state,
    capabilities: app.actions.map((action) => action.id),
  };
}

/** Whether an app's words hold every word of the query. */
function mentions(app: ManifestApp, query: string): boolean {
  const text = `${app.name} ${app.slug} ${app.category} ${app.summary}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Who am I, which apps are there, and what can they do (CONTRACT.md section 6). */
export function discoveryRoutes(app: Hono<Env>): void {
  serve(app, agentRoutes.openapi, async ({ deps }) => openApiDocument(deps.environment.API_ORIGIN));
  serve(app, agentRoutes.whoami, async ({ deps, key, caller, request }) => {
    const { key: agent } = await caller();
    return {
      user_id: key.accountId,
      workspace_id: key.accountId,
      workspace_name: "Personal",
      environment: deps.environment.ENVIRONMENT,
      region: String(request.cf?.colo ?? "local"),
      capabilities: { can_execute: true, can_begin_connection: true },
      device: { id: agent.id, name: agent.name, kind: agent.kind },
    };
  });
  serve(
    app,
    agentRoutes.listIntegrations,
    async ({ query, caller }) => {
      const who = await caller();
      const { page, page_size } = query;
      const found = catalog.apps
        .filter((entry) => !query.query || mentions(entry, query.query))
        .filter((entry) => !query.category || entry.category === query.category.toLowerCase())
        .filter(
          (entry) =>
            !query.supports_action ||
            entry.actions.some(({ id, tool }) => id === query.supports_action || tool === query.supports_action),
        )
        .map((entry) => catalogItem(entry, standingTo(entry.slug, who)))
        .filter((item) => !query.connected_only || item.connected);
      const standings = [...who.apps.values()];
      return {
        integrations: standings
          .flatMap(({ connections }) => connections)
          .sort((left, right) => Number(right.isDefault) - Number(left.isDefault) || left.id - right.id)
          .slice(0, connectionsAtOnce)
          .sort((left, right) => left.id - right.id)
          .map(connectionAnswer),
        integrations_total: standings.reduce((total, standing) => total + standing.found, 0),
        items: found.slice((page - 1) * page_size, page * page_size),
        page,
        page_size,
        total: found.length,
      };
    },
    ({ query }) => ({ app: null, account: query.account, take: connectionsAtOnce }),
  );
  serve(
    app,
    agentRoutes.getIntegration,
    async ({ params, deps, caller }) => {
      const entry = appOf(params.slug);
      const standing = standingTo(entry.slug, await caller());
      const configured = entry.client === null || (await hasOAuthClient(deps.environment, deps.database, entry.client));
      return {
        integration: { ...catalogItem(entry, standing), docs_url: entry.docsUrl, configured },
        connections: standing.connections.map(connectionAnswer),
        connection_count: standing.found,
        actions: entry.actions.map(summarizeAction),
      };
    },
    ({ params, query: { account, page } }) => ({
      app: params.slug,
      account,
      skip: (page - 1) * connectionsAtOnce,
      take: connectionsAtOnce,
    }),
  );
  serve(
    app,
    agentRoutes.search,
    async ({ query, caller }) => {
      const who = await caller();
      const apps = catalog.apps
        .filter((entry) => mentions(entry, query.query))
        .map((entry) => ({
          kind: "integration" as const,
          integration_id: entry.slug,
          action_id: null,
          title: entry.name,
          summary: entry.summary,
          score: 100,
        }));
      const actions = searchTools(query.query).map(({ found, score }) => ({
        kind: "action" as const,
        integration_id: found.app.slug,
        action_id: found.action.id,
        title: found.action.title,
        summary: found.action.description,
        score: Math.round(score * 100) / 100,
      }));
      const items = [...apps, ...actions]
        .map((item) => {
          const state = connectionState(standingTo(item.integration_id, who));
          return { ...item, connected: state !== "not_connected", connection_state: state };
        })
        .filter((item) => !query.connected_only || item.connected)
        .sort((left, right) => Number(right.connected) - Number(left.connected) || right.score - left.score);
      return { items: items.slice(0, query.limit) };
    },
    () => ({ app: null, take: 0 }),
  );
}
