import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Secret } from "@clawlink/contract";
import type { OAuth2 } from "@clawlink/provider-kit";
import { type Context, Provider } from "oidc-provider";
import { authorizeUrl, newAuthorization, type OAuthClient } from "../src/index.ts";

export const redirectUri = "https://clawlink.example/api/oauth/callback/judge";

/** A running `oidc-provider`: PKCE required, refresh tokens rotate, reuse of an old one ends the grant. */
export interface AuthorizationServer {
  readonly issuer: string;
  auth(clientAuthentication: OAuth2["clientAuthentication"]): OAuth2;
  client(clientAuthentication: OAuth2["clientAuthentication"]): OAuthClient;
  /** Signs in and consents as a browser would; the code, and the verifier it was asked for with. */
  authorize(clientAuthentication: OAuth2["clientAuthentication"]): Promise<{ code: string; verifier: string }>;
  isActive(token: Secret): Promise<boolean>;
  close(): Promise<void>;
}

export async function startAuthorizationServer(): Promise<AuthorizationServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const clients = { basic: newClient("basic"), body: newClient("body") };
  const provider = new Provider(issuer, configuration(clients));
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    return provider.interactionFinished(request, response, { login: { accountId: "person" } });
  });
  const auth = (clientAuthentication: OAuth2["clientAuthentication"]): OAuth2 => ({
    kind: "oauth2",
    client: "judge",
    authorizeUrl: `${issuer}/auth`,
    tokenUrl: `${issuer}/token`,
    revocation: { style: "rfc7009", url: `${issuer}/token/revocation` },
    scopes: { openid: "Know who you are", mail: "Read your mail" },
    scopeSeparator: " ",
    pkce: true,
    clientAuthentication,
    refresh: "rotating",
    registrationUrl: issuer,
  });
  return {
    issuer,
    auth,
    client: (kind) => clients[kind],
    async authorize(kind) {
      const { state, verifier } = newAuthorization();
      const url = authorizeUrl(auth(kind), clients[kind], { redirectUri, state, verifier });
      const back = await followToCallback(url);
      if (back.searchParams.get("state") !== state) throw new Error(`came back with ${back}`);
      return { code: back.searchParams.get("code") ?? "", verifier };
    },
    async isActive(token) {
      const { clientId, clientSecret } = clients.body;
      const form = { token: token.open(), client_id: clientId, client_secret: clientSecret.open() };
      const response = await fetch(`${issuer}/token/introspection`, {
        method: "POST",
        body: new URLSearchParams(form),
      });
      return /"active":true/.test(await response.text());
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function newClient(name: string): OAuthClient {
  // Characters that only survive Basic authentication when they are form-encoded first.
  return { clientId: `judge:${name}+1`, clientSecret: new Secret(`%${randomBytes(24).toString("base64")} &=:`) };
}

function configuration(clients: Record<"basic" | "body", OAuthClient>): object {
  const methods = { basic: "client_secret_basic", body: "client_secret_post" } as const;
  return {
    clients: (["basic", "body"] as const).map((kind) => ({
      client_id: clients[kind].clientId,
      client_secret: clients[kind].clientSecret.open(),
      token_endpoint_auth_method: methods[kind],
      grant_types: ["authorization_code", "refresh_token"],
      redirect_uris: [redirectUri],
    })),
    cookies: { keys: [randomBytes(16).toString("hex")] },
    scopes: ["openid", "mail"],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    ttl: { AccessToken: 600, RefreshToken: 3600, AuthorizationCode: 60, Grant: 3600, Session: 60, Interaction: 60 },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
    },
    findAccount: async (_: unknown, accountId: string) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(oidc.params.scope ?? "");
      await grant.save();
      return grant;
    },
  };
}

/** Follows redirects with a cookie jar until one leads to the callback. */
async function followToCallback(start: URL): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let hop = 0; hop < 10; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", ...value] = (line.split(";")[0] ?? "").split("=");
      cookies.set(name, value.join("="));
    }
    const location = response.headers.get("location");
    if (!location) throw new Error(`${response.status} ${await response.text()}`);
    url = new URL(location, url);
    if (url.href.startsWith(redirectUri)) return url;
  }
  throw new Error("too many redirects");
}

function portOf(server: Server): number {
  const isAddress = (address: string | AddressInfo | null): address is AddressInfo => typeof address === "object";
  const address = server.address();
  if (!isAddress(address)) throw new Error("not listening");
  return address.port;
}
