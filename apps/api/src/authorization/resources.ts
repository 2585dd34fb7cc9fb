import { findApp } from "@clawlink/engine";
import { catalog } from "../catalog.ts";
import type { Environment } from "../environment.ts";

const mcpPath = "/api/mcp";
const wellKnown = "/.well-known/oauth-protected-resource";

/** The MCP resources a deployment protects: all of it, or one app, by either origin (RFC 8707). */
export function mcpResources(environment: Environment, slug?: string): string[] {
  const path = slug === undefined ? mcpPath : `${mcpPath}/${slug}`;
  return [environment.WEB_ORIGIN, environment.API_ORIGIN].map((origin) => origin + path);
}

/** The app a resource is limited to; null for all apps, undefined for what is no resource of ours. */
export function appOfResource(environment: Environment, resource: string): string | null | undefined {
  const url = URL.parse(resource);
  if (!url || ![environment.WEB_ORIGIN, environment.API_ORIGIN].includes(url.origin)) return undefined;
  if (url.pathname === mcpPath) return null;
  const slug = url.pathname.startsWith(`${mcpPath}/`) ? url.pathname.slice(mcpPath.length + 1) : "";
  return findApp(catalog, slug)?.slug;
}

/** The resource a request to an MCP endpoint asks for, and where its metadata is (RFC 9728 section 3.1). */
export function resourceOfRequest(environment: Environment, request: Request): { resource: string; metadata: string } {
  const { origin, pathname } = new URL(request.url);
  const base = origin === environment.API_ORIGIN ? environment.API_ORIGIN : environment.WEB_ORIGIN;
  return { resource: base + pathname, metadata: base + wellKnown + pathname };
}

/** Protected resource metadata (RFC 9728) for a well-known path, or null where there is no such resource. */
export function resourceMetadata(environment: Environment, request: Request): Record<string, unknown> | null {
  const { origin, pathname } = new URL(request.url);
  const path = pathname.slice(wellKnown.length).replace(/\/$/, "") || mcpPath;
  const base = origin === environment.API_ORIGIN ? environment.API_ORIGIN : environment.WEB_ORIGIN;
  const slug = appOfResource(environment, base + path);
  if (slug === undefined) return null;
  const name = slug === null ? "ClawLink" : `${findApp(catalog, slug)?.name} through ClawLink`;
  return {
    resource: base + path,
    authorization_servers: [environment.WEB_ORIGIN],
    bearer_methods_supported: ["header"],
    resource_name: name,
  };
}
