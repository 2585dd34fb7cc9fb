import { AppError, agentRoutes } from "@clawlink/contract";
import { findAction, findTool, nearestTools } from "@clawlink/engine";
import type { Hono } from "hono";
import { standingTo } from "../account/wanted.ts";
import { catalog } from "../catalog.ts";
import { appOf } from "../connecting/start-connect.ts";
import { describeAction, describeTool, describeTools, summarizeAction } from "../discovery/describe-tool.ts";
import { searchTools } from "../discovery/search-tools.ts";
import { type Env, serve } from "../serve.ts";

/** So many connections of its app does a tool name at the most. */
const namedAtOnce = 10;

/** Tools by app, by what they are for, and by name (CONTRACT.md section 6). */
export function toolRoutes(app: Hono<Env>): void {
  serve(
    app,
    agentRoutes.listTools,
    async ({ query, caller }) => {
      const who = await caller();
      const apps = query.integration
        ? [appOf(query.integration)]
        : catalog.apps.filter(({ slug }) => standingTo(slug, who).count > 0);
      const tools = (await Promise.all(apps.map((entry) => describeTools(entry, standingTo(entry.slug, who))))).flat();
      return { tools, count: tools.length, integration: query.integration ?? null };
    },
    ({ query }) => ({ app: query.integration ?? null, take: namedAtOnce }),
  );
  serve(
    app,
    agentRoutes.searchTools,
    async ({ query, caller }) => {
      const who = await caller();
      const isConnected = (slug: string) => standingTo(slug, who).count > 0;
      const hits = searchTools(query.query, (found) => !query.integration || found.app.slug === query.integration);
      const ordered = [
        ...hits.filter(({ found }) => isConnected(found.app.slug)),
        ...hits.filter(({ found }) => !isConnected(found.app.slug)),
      ];
      const described = ordered
        .slice(0, query.limit)
        .map(({ found }) => describeTool(found, standingTo(found.app.slug, who)));
      const tools = await Promise.all(described);
      return { tools, count: tools.length, query: query.query, integration: query.integration ?? null };
    },
    ({ query }) => ({ app: query.integration ?? null, take: namedAtOnce }),
  );
  serve(
    app,
    agentRoutes.getTool,
    async ({ params, caller }) => {
      const who = await caller();
      const found = findTool(catalog, params.name);
      if (!found) throw unknownTool(params.name);
      return { tool: await describeTool(found, standingTo(found.app.slug, who)) };
    },
    ({ params }) => {
      const found = findTool(catalog, params.name);
      return found ? { app: found.app.slug, take: namedAtOnce } : null;
    },
  );
  serve(app, agentRoutes.listActions, async ({ query, caller }) => {
    await caller();
    const entry = appOf(query.integration_id);
    const ranked = query.intent
      ? searchTools(query.intent, (found) => found.app.slug === entry.slug).map(({ found }) => found.action)
      : [];
    const actions = [...ranked, ...entry.actions.filter((action) => !ranked.includes(action))];
    return { integration_id: entry.slug, items: actions.map(summarizeAction) };
  });
  serve(app, agentRoutes.getAction, async ({ params, caller }) => {
    await caller();
    const entry = appOf(params.integration_id);
    const found = findAction(catalog, entry.slug, params.action_id);
    if (!found) throw unknownTool(`${entry.slug}_${params.action_id}`);
    const { detail, hints } = await describeAction(found);
    return {
      ...detail,
      ...(hints.examples ? { examples: [...hints.examples] } : {}),
      integration_id: entry.slug,
      tool_name: found.action.tool,
    };
  });
}

function unknownTool(name: string): AppError {
  const nearest = nearestTools(catalog, name);
  return new AppError(
    "tool_not_found",
    `There is no tool named ${name.slice(0, 100)}. The nearest are ${nearest.join(", ")}.`,
    { details: { nearest } },
  );
}
