import { AppError } from "@clawlink/contract";
import { isPublicAddress, urlRefusal } from "@clawlink/engine";
import { findMcpClient } from "@clawlink/services/mcp-client/find-mcp-client";
import { saveMcpClient } from "@clawlink/services/mcp-client/save-mcp-client";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { fetchOutside, reachableUrl, resolveHost } from "../outside.ts";
import { readCapped } from "../read-request.ts";
import { longestRedirect, mostRedirects } from "./client-limits.ts";
import { clientKeptMs } from "./oauth-storage.ts";

/** How long a document that was read is believed, in milliseconds; how large it may be, in bytes; how long it may take. */
const freshMs = 3_600_000;
const largest = 5_000;
const patienceMs = 5_000;

const https = z.url({ protocol: /^https$/ }).max(500);
/** A Client ID Metadata Document (draft-ietf-oauth-client-id-metadata-document-00, as MCP 2026-07-28 takes it). */
const ClientDocument = z
  .object({
    client_id: z.string(),
    client_name: z.string().min(1).max(200),
    redirect_uris: z.array(z.string().max(longestRedirect)).min(1).max(mostRedirects),
    client_uri: https.optional().catch(undefined),
    token_endpoint_auth_method: z.string().default("none"),
    token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
    grant_types: z.array(z.string()).default(["authorization_code", "refresh_token"]),
    client_secret: z.never("It holds a secret.").optional(),
  })
  .refine(
    ({ token_endpoint_auth_method: one, token_endpoint_auth_methods_supported: some }) =>
      (some ?? [one]).includes("none"),
    "It authenticates in a way this server does not take; it takes none, with PKCE.",
  )
  .refine(({ grant_types }) => grant_types.includes("authorization_code"), "It does not use authorization codes.");

const refuse = (why: string) => new AppError("bad_request", `The app's metadata document cannot be used: ${why}`);

/** Whether a client names itself by the address of its document. */
export function isDocumentAddress(clientId: string): boolean {
  return /^https:\/\//i.test(clientId);
}

/**
 * Reads the metadata document a client is named by and keeps what it says, unless it was read within the hour. Only ever for a signed-in
 * person who is asked for consent. Throws `bad_request` with the reason.
 */
export async function readClientDocument(deps: Deps, clientId: string): Promise<void> {
  const known = await findMcpClient(deps.database, clientId);
  if (known?.readAt && known.readAt.getTime() > Date.now() - freshMs) return;
  const document = parseDocument(clientId, await fetchDocument(deps, clientId));
  await saveMcpClient(deps.database, {
    clientId,
    record: {
      clientId,
      clientName: document.client_name,
      redirectUris: document.redirect_uris,
      ...(document.client_uri ? { clientUri: document.client_uri } : {}),
      grantTypes: ["authorization_code", "refresh_token"],
      responseTypes: ["code"],
      tokenEndpointAuthMethod: "none",
    },
    readAt: new Date(),
    expiresAt: new Date(Date.now() + clientKeptMs),
  });
}

function parseDocument(clientId: string, text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refuse("it is not JSON.");
  }
  const parsed = ClientDocument.safeParse(json);
  if (!parsed.success) throw refuse(parsed.error.issues[0]?.message ?? "it is not as it should be.");
  if (parsed.data.client_id !== clientId) throw refuse("it names another client.");
  return parsed.data;
}

/** The document's text, by the rules every request to the outside keeps: https, a public host before and after resolution, no redirect. */
async function fetchDocument({ environment }: Deps, clientId: string): Promise<string> {
  const url = URL.parse(clientId);
  if (!url || url.href !== clientId || url.hash || url.pathname === "/")
    throw refuse("its address is not a plain https address with a path.");
  const refusal = urlRefusal(url);
  if (refusal) throw refuse(refusal);
  // In development a named origin may stand for a loopback one; production refuses to start with such.
  if (reachableUrl(environment, url) === url) {
    const addresses = await resolveHost(url.hostname).catch(() => []);
    if (addresses.length === 0) throw refuse("its host has no address.");
    if (!addresses.every(isPublicAddress)) throw refuse("its host is not of the public internet.");
  }
  const response = await fetchOutside(environment, url, {
    headers: { accept: "application/json" },
    redirect: "manual",
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => {
    throw refuse("its host does not answer.");
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw refuse(`its host answered ${response.status}.`);
  }
  return readCapped(response.body, largest).catch(() => {
    throw refuse("it is over 5 KB, or its host stopped answering.");
  });
}
