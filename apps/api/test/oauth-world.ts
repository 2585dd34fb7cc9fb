import { type AccessPolicy, type AuthorizationRequest, openPolicy, unwrap } from "@clawlink/contract";
import { apiKeys } from "@clawlink/db";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { ask } from "./mcp-world.ts";
import { database, type Person, rpc } from "./world.ts";

/** An MCP client that has registered, and where its person comes back to. */
export interface Registered {
  readonly clientId: string;
  readonly redirectUri: string;
}

const Tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  resource: z.string(),
});
export type Tokens = z.infer<typeof Tokens>;

export const redirectUri = "http://127.0.0.1:9999/callback";
export const resource = "https://web.test/api/mcp";

/** Registers a public client (RFC 7591), as most MCP clients do. */
export async function register(facts: Record<string, unknown> = {}): Promise<Registered> {
  const response = await postRegistration({ redirect_uris: [redirectUri], client_name: "Client", ...facts });
  const { client_id } = z.object({ client_id: z.string() }).parse(await response.json());
  return { clientId: client_id, redirectUri };
}

export function postRegistration(body: unknown): Promise<Response> {
  return ask("https://web.test/oauth/register", {
    method: "POST",
    headers: { "content-type": "application/json", "cf-connecting-ip": crypto.randomUUID() },
    body: JSON.stringify({ token_endpoint_auth_method: "none", ...Object(body) }),
  });
}

/** A PKCE pair (RFC 7636). */
export async function pkce(): Promise<{ verifier: string; challenge: string }> {
  const verifier = crypto.randomUUID() + crypto.randomUUID();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  const challenge = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return { verifier, challenge: challenge.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") };
}

/** The query of an authorization request. */
export function query(client: Registered, challenge: string, more: Record<string, string> = {}): string {
  return new URLSearchParams({
    response_type: "code",
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    code_challenge: challenge,
    code_challenge_method: "S256",
    state: "s1",
    resource,
    ...more,
  }).toString();
}

export async function described(text: string): Promise<AuthorizationRequest> {
  return unwrap(await rpc.describeAuthorization(text));
}

/** Lets the client in as the person does on the consent page; the address the browser goes to. */
export async function consent(person: Person, text: string, policy: AccessPolicy | null = openPolicy): Promise<URL> {
  return new URL(unwrap(await rpc.decideAuthorization(person.userId, text, policy)).to);
}

/** Asks the token endpoint. */
export function token(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return ask("https://web.test/oauth/token", {
    method: "POST",
    headers: { "cf-connecting-ip": crypto.randomUUID(), ...headers },
    body: new URLSearchParams(fields),
  });
}

/** Trades a code for tokens. */
export async function exchange(client: Registered, code: string, verifier: string): Promise<Tokens> {
  const response = await token({
    grant_type: "authorization_code",
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    code,
    code_verifier: verifier,
  });
  return Tokens.parse(await response.json());
}

/** A client that a person has let in. */
export async function signIn(person: Person, more: Record<string, string> = {}, policy: AccessPolicy = openPolicy) {
  const client = await register();
  const { verifier, challenge } = await pkce();
  const back = await consent(person, query(client, challenge, more), policy);
  const code = back.searchParams.get("code") ?? "";
  return { client, code, verifier, tokens: await exchange(client, code, verifier) };
}

export function refresh(client: Registered, refreshToken: string, more: Record<string, string> = {}) {
  return token({ grant_type: "refresh_token", client_id: client.clientId, refresh_token: refreshToken, ...more });
}

export async function tokensOf(response: Response): Promise<Tokens> {
  return Tokens.parse(await response.json());
}

/** How an MCP endpoint answers a call with this access token. */
export async function listTools(accessToken: string, path = "/api/mcp"): Promise<Response> {
  return ask(`https://web.test${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${accessToken}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
  });
}

/** The clients of a person that signed in by themselves and are not revoked. */
export const devices = (person: Person) =>
  database
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, person.userId), eq(apiKeys.kind, "mcp_oauth"), isNull(apiKeys.revokedAt)));
