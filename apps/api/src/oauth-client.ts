import { manifest } from "@clawlink/catalog/manifest";
import { AppError, type OAuthClientStatus, Secret } from "@clawlink/contract";
import { type Database, oauthClients } from "@clawlink/db";
import type { OAuthClient } from "@clawlink/oauth";
import type { OAuth2 } from "@clawlink/provider-kit";
import { listOAuthClients as listSaved } from "@clawlink/services/operator/list-oauth-clients";
import { eq } from "drizzle-orm";
import type { Environment } from "./environment.ts";
import { reachableUrl } from "./outside.ts";
import type { Vault } from "./vault.ts";

/** Where providers send the browser back to. */
export function redirectUri(environment: Environment, slug: string): string {
  return `${environment.WEB_ORIGIN}/api/oauth/callback/${slug}`;
}

/** Whether the operator has brought an OAuth client of this name, by environment or dashboard. */
export async function hasOAuthClient(environment: Environment, database: Database, name: string): Promise<boolean> {
  if (environment.OAUTH_CLIENTS[name]) return true;
  return (
    (await database.select({ client: oauthClients.client }).from(oauthClients).where(eq(oauthClients.client, name)))
      .length > 0
  );
}

/** The operator's OAuth client of this name; the environment's wins. Throws `not_configured` with what to do about it. */
export async function loadOAuthClient(
  environment: Environment,
  database: Database,
  vault: Vault,
  name: string,
): Promise<OAuthClient> {
  const fromEnvironment = environment.OAUTH_CLIENTS[name];
  if (fromEnvironment)
    return { clientId: fromEnvironment.clientId, clientSecret: new Secret(fromEnvironment.clientSecret) };
  const [row] = await database.select().from(oauthClients).where(eq(oauthClients.client, name));
  if (!row) throw notConfigured(environment, name);
  const clientSecret = await vault.opener.open(row.sealedSecret, {
    purpose: "oauth-client",
    owner: "operator",
    subject: name,
    version: 1,
  });
  return { clientId: row.clientId, clientSecret };
}

/** The error for an app whose OAuth client nobody has brought: it says what to register, where, and what to paste. */
export function notConfigured(environment: Environment, name: string): AppError {
  const apps = manifest.filter((app) => app.client === name);
  const redirects = apps.map((app) => redirectUri(environment, app.slug));
  const where = apps[0]?.registrationUrl ?? "the provider";
  return new AppError(
    "not_configured",
    `The operator of this deployment has not set up ${apps.map((app) => app.name).join(", ")} yet.`,
    {
      hint: `Register an OAuth client at ${where} with the redirect URL ${redirects.join(" and ")}, then the operator enters it under OAuth clients in the dashboard.`,
      details: { client: name, registrationUrl: where, redirectUris: redirects },
    },
  );
}

/** Every OAuth client the catalog can use, and where it comes from; no secret is among it. */
export async function listOAuthClients(environment: Environment, database: Database): Promise<OAuthClientStatus[]> {
  const rows = await listSaved(database);
  const names = [...new Set(manifest.flatMap((app) => (app.client ? [app.client] : [])))].sort();
  return names.map((client) => {
    const apps = manifest
      .filter((app) => app.client === client)
      .map(({ slug, name }) => ({ slug, name, redirectUri: redirectUri(environment, slug) }));
    const fromEnvironment = environment.OAUTH_CLIENTS[client];
    const fromDashboard = rows.find((row) => row.client === client);
    const clientId = fromEnvironment?.clientId ?? fromDashboard?.clientId ?? null;
    return { client, apps, clientId, source: fromEnvironment ? "environment" : fromDashboard ? "dashboard" : null };
  });
}

/** A provider's protocol with its addresses as they are reached from here; only development changes any. */
export function reachableAuth(environment: Environment, auth: OAuth2): OAuth2 {
  const reach = (url: string) => {
    const mapped = reachableUrl(environment, new URL(url.replace("{client_id}", "CLIENT_ID"))).href;
    return mapped.replace("CLIENT_ID", "{client_id}");
  };
  return {
    ...auth,
    authorizeUrl: reach(auth.authorizeUrl),
    tokenUrl: reach(auth.tokenUrl),
    ...(auth.revocation ? { revocation: { ...auth.revocation, url: reach(auth.revocation.url) } } : {}),
  };
}
