import { findApp } from "@clawlink/engine";
import { catalog } from "../catalog.ts";
import type { Environment } from "../environment.ts";

const mcpPath = "/api/mcp";
const wellKnown = "/.well-known/oauth-protected-resource";
/** The same tools under names without dots: an address of its own, so a resource of its own to clients that compare addresses, as VS Code does. */
const underscored = "?names=underscore";

/** The MCP resources a deployment protects: all of it, or one app, by either origin (RFC 8707). */
export function mcpResources(environment: Environment, slug?: string): string[] {
  const paths = slug === undefined ? [mcpPath, mcpPath + underscored] : [`${mcpPath}/${slug}`];
  return paths.flatMap((path) => [environment.WEB_ORIGIN, environment.API_ORIGIN].map((origin) => origin + path));
}

/** Whether an address asks for names without dots; VS Code encodes the equals sign of a query. */
export function asksUnderscores({ searchParams }: URL): boolean {
  return searchParams.get("names") === "underscore" || searchParams.has("names=underscore");
}

/** A resource's address as it is compared: what of a query names nothing is left out. */
export function canonicalResource(url: URL): string {
  return url.origin + url.pathname + (url.pathname === mcpPath && asksUnderscores(url) ? underscored : "");
}

/** An OAuth query or form in which that resource is named as it is kept, however its client encodes it. */
export function plainResource(form: string): string {
  return form.replace(/(%3F|\?)names%253Dunderscore/gi, "%3Fnames%3Dunderscore");
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
  const url = new URL(request.url);
  const base = url.origin === environment.API_ORIGIN ? environment.API_ORIGIN : environment.WEB_ORIGIN;
  const path = canonicalResource(url).slice(url.origin.length);
  return { resource: base + path, metadata: base + wellKnown + path };
}

/** Protected resource metadata (RFC 9728) for a well-known path, or null where there is no such resource. */
export function resourceMetadata(environment: Environment, request: Request): Record<string, unknown> | null {
  const { origin, pathname, search } = new URL(request.url);
  const path = pathname.slice(wellKnown.length).replace(/\/$/, "") || mcpPath;
  const base = origin === environment.API_ORIGIN ? environment.API_ORIGIN : environment.WEB_ORIGIN;
  const resource = canonicalResource(new URL(base + path + search));
  const slug = appOfResource(environment, resource);
  if (slug === undefined) return null;
  const name = slug === null ? "ClawLink" : `${findApp(catalog, slug)?.name} through ClawLink`;
  return {
    resource,
    authorization_servers: [environment.WEB_ORIGIN],
    bearer_methods_supported: ["header"],
    resource_name: name,
  };
}
