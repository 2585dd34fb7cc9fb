import { randomBytes } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import { type Context, Provider } from "oidc-provider";
import type { Product } from "../product.ts";
import { sendJson } from "../upstream.ts";

const viewer = { id: "0fa5c3ad-5f3e-4a0c-9b1d-3a7a0e0c7a11", name: "Ann", email: "ann@example.com" };
const organization = { id: "9cfb482a-81e3-4154-b5b9-2c805e70a02d", name: "Bench", urlKey: "bench" };

/** Linear's API behind a real authorization server: PKCE, tokens that rotate, and a reused refresh token ends the grant. */
export interface LinearServer {
  readonly origin: string;
  /** Refreshes that succeeded, token requests that were refused, and API calls with a token that is not alive. */
  readonly seen: { refreshes: number; refusals: number; unauthorized: number };
  close(): Promise<void>;
}

/** Access tokens live `seconds`. `faulty` may answer an API call in its own way. `latencyMs` makes a refresh as slow as a real one, so that callers pile up. */
export async function startLinear(
  port: number,
  client: Product["clients"]["linear"],
  {
    seconds,
    latencyMs,
    faulty,
  }: { seconds: number; latencyMs: number; faulty?: (response: ServerResponse) => boolean },
): Promise<LinearServer> {
  const origin = `http://127.0.0.1:${port}`;
  const provider = new Provider(origin, configuration(client, seconds));
  const seen = { refreshes: 0, refusals: 0, unauthorized: 0 };
  provider.on("grant.success", () => {
    seen.refreshes += 1;
  });
  provider.on("grant.error", () => {
    seen.refusals += 1;
  });
  const protocol = provider.callback();
  const server = createServer(async (request, response) => {
    const { url = "" } = request;
    if (url.startsWith("/interaction/"))
      return provider.interactionFinished(request, response, { login: { accountId: "ann" } });
    if (url !== "/graphql") {
      if (url === "/token") await new Promise((resolve) => setTimeout(resolve, latencyMs));
      return protocol(request, response);
    }
    request.resume();
    if (faulty?.(response)) return;
    const token = await provider.AccessToken.find((request.headers.authorization ?? "").replace(/^Bearer /, ""));
    if (token && !token.isExpired) return sendJson(response, 200, { data: { viewer, organization } });
    seen.unauthorized += 1;
    const extensions = { type: "authentication error", code: "AUTHENTICATION_ERROR" };
    return sendJson(response, 401, { errors: [{ message: "Authentication required", extensions }] });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, seen, close };
}

function configuration({ clientId, clientSecret }: Product["clients"]["linear"], seconds: number): object {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: "client_secret_post",
        grant_types: ["authorization_code", "refresh_token"],
        redirect_uris: ["https://web.test/api/oauth/callback/linear"],
      },
    ],
    cookies: { keys: [randomBytes(16).toString("hex")] },
    scopes: ["openid", "read", "write"],
    clockTolerance: 0,
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    ttl: {
      AccessToken: seconds,
      RefreshToken: 3600,
      AuthorizationCode: 60,
      Grant: 3600,
      Session: 3600,
      Interaction: 60,
    },
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    findAccount: async (_: unknown, accountId: string) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(oidc.params.scope ?? "");
      await grant.save();
      return grant;
    },
  };
}

/** Goes where a browser would, with its cookies, until the code comes back. */
export async function consent(start: URL): Promise<string> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  // The provider separates scopes by commas, as Linear does; the standard knows blanks.
  url.searchParams.set("scope", "openid read write");
  // Asks the person each time; here nobody is there to be asked.
  url.searchParams.delete("prompt");
  for (let hop = 0; hop < 10; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", ...value] = (line.split(";")[0] ?? "").split("=");
      cookies.set(name, value.join("="));
    }
    const location = response.headers.get("location");
    if (!location) throw new Error(`${response.status} ${(await response.text()).slice(0, 500)}`);
    url = new URL(location, url);
    const code = url.searchParams.get("code");
    if (code) return code;
    const error = url.searchParams.get("error_description");
    if (error) throw new Error(error);
  }
  throw new Error("too many redirects");
}
