import { AppError, type AuthorizationRequest } from "@clawlink/contract";
import { AuthorizationError, authorizationErrorRedirect } from "@cloudflare/workers-oauth-provider";
import type { Deps } from "../deps.ts";
import { authorizationServer } from "./authorization-server.ts";
import { clientName } from "./client-name.ts";
import { noGrants } from "./oauth-storage.ts";
import { isDocumentAddress, readClientDocument } from "./read-client-document.ts";
import { appOfResource, plainResource } from "./resources.ts";

/** The address of an authorization request, whatever Host it came to. */
export function authorizationAddress({ environment }: Pick<Deps, "environment">, query: string): string {
  const address = new URL("/oauth/authorize", environment.WEB_ORIGIN);
  address.search = plainResource(query);
  return address.href;
}

/** The OAuth helpers for requests that need nobody's grants. */
export function openServer({ environment, database }: Deps, resources: readonly string[]) {
  return authorizationServer({ environment, database, grants: noGrants, resources, isLive: () => false });
}

async function parse(deps: Deps, query: string) {
  const address = authorizationAddress(deps, query);
  const oauth = openServer(deps, new URL(address).searchParams.getAll("resource")).helpers;
  return { oauth, request: await oauth.parseAuthRequest(new Request(address)) };
}

/**
 * Where the browser goes with a client's mistake: back to the client where that is this computer, or a client somebody vouches for. Who registered
 * itself could else send people anywhere from here (RFC 9700 section 4.11.2), so there the person reads what is wrong.
 */
function mistake(clientId: string, to: string, reason: string): AuthorizationRequest {
  const isTrusted = isDocumentAddress(clientId) || new URL(to).protocol === "http:";
  return isTrusted ? { kind: "redirect", to } : { kind: "refused", reason };
}

/** What an authorization request asks a person for. PKCE is asked of every client (OAuth 2.1). */
export async function describeAuthorization(deps: Deps, query: string): Promise<AuthorizationRequest> {
  const clientId = new URLSearchParams(query).get("client_id") ?? "";
  try {
    if (isDocumentAddress(clientId)) await readClientDocument(deps, clientId);
    const { oauth, request } = await parse(deps, query);
    if (!request.codeChallenge)
      return mistake(clientId, authorizationErrorRedirect(request, "invalid_request"), "The app does not use PKCE.");
    const consent = await oauth.describeConsent(request);
    const app = request.resource === undefined ? undefined : appOfResource(deps.environment, request.resource);
    if (app === undefined)
      return mistake(
        clientId,
        authorizationErrorRedirect(request, "invalid_target"),
        "The app asks for something else.",
      );
    return {
      kind: "ask",
      clientName: clientName(consent.clientName),
      clientDomain: isDocumentAddress(clientId) ? new URL(clientId).hostname : null,
      redirectHost: consent.redirectHost,
      redirectIsLocal: consent.redirectIsLoopback,
      app,
    };
  } catch (error) {
    if (error instanceof AuthorizationError)
      return error.redirectTo
        ? mistake(clientId, error.redirectTo, error.description)
        : { kind: "refused", reason: error.description };
    if (error instanceof AppError && error.code === "bad_request") return { kind: "refused", reason: error.message };
    throw error;
  }
}

/** The person says no: the client is told so. */
export async function denyAuthorization(deps: Deps, query: string): Promise<{ to: string }> {
  const { request } = await parse(deps, query);
  return { to: authorizationErrorRedirect(request, "access_denied") };
}
