import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  Client,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type StoredOAuthClientInformation,
  type StoredOAuthTokens,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from "@modelcontextprotocol/client";
import type { Page } from "playwright-core";
import { press } from "./press.ts";
import type { Product } from "./product.ts";
import { remember } from "./seen.ts";

/** Where a client on this computer waits for its person to come back from the consent page. */
async function startCallback(): Promise<{ url: string; returned: Promise<URLSearchParams>; close: () => void }> {
  const { promise, resolve } = Promise.withResolvers<URLSearchParams>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    response.end("You can close this page.");
    if (pathname === "/callback") resolve(searchParams);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/callback`, returned: promise, close: () => server.close() };
}

/** What an MCP client keeps of its sign-in, as the SDK asks for it. */
export class KeptSignIn implements OAuthClientProvider {
  readonly redirectUrl: string;
  readonly clientMetadata;
  /** Where the person was sent. */
  authorizationUrl: URL | undefined;
  #client: StoredOAuthClientInformation | undefined;
  #tokens: StoredOAuthTokens | undefined;
  #discovery: OAuthDiscoveryState | undefined;
  #verifier = "";

  constructor(redirectUrl: string, clientName: string) {
    this.redirectUrl = redirectUrl;
    this.clientMetadata = {
      redirect_uris: [redirectUrl],
      client_name: clientName,
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
    };
  }

  clientInformation = () => this.#client;
  tokens = () => this.#tokens;
  codeVerifier = () => this.#verifier;
  state = () => "the-state";
  discoveryState = () => this.#discovery;

  saveDiscoveryState(state: OAuthDiscoveryState): void {
    this.#discovery = state;
  }

  saveClientInformation(client: StoredOAuthClientInformation): void {
    this.#client = client;
  }

  saveTokens(tokens: StoredOAuthTokens): void {
    this.#tokens = tokens;
  }

  saveCodeVerifier(verifier: string): void {
    this.#verifier = verifier;
  }

  redirectToAuthorization(url: URL): void {
    this.authorizationUrl = url;
  }
}

/** An MCP client that a person has let in, and what it holds. */
export interface SignedIn {
  readonly client: Client;
  readonly kept: KeptSignIn;
}

/** Connects an MCP client as a real one does: 401, metadata, registration, the person's consent in the browser, tokens. */
export async function signInMcpClient(
  page: Page,
  product: Product,
  name: string,
  path = "/api/mcp",
  decide: () => Promise<void> = async () => undefined,
): Promise<SignedIn> {
  const callback = await startCallback();
  try {
    const kept = new KeptSignIn(callback.url, name);
    const endpoint = new URL(path, product.webOrigin);
    const open = () => new StreamableHTTPClientTransport(endpoint, { authProvider: kept });
    const first = open();
    await new Client({ name, version: "1.0.0" }).connect(first).then(
      () => Promise.reject(new Error("A client without a token was let in.")),
      (error: unknown) => (error instanceof UnauthorizedError ? undefined : Promise.reject(error)),
    );
    await page.goto(kept.authorizationUrl?.href ?? "about:blank");
    await decide();
    await press(page.getByRole("button", { name: "Allow" }));
    await first.finishAuth(await callback.returned);
    await remember(product, "an MCP access token", kept.tokens()?.access_token ?? "");
    await remember(product, "an MCP refresh token", kept.tokens()?.refresh_token ?? "");
    const client = new Client({ name, version: "1.0.0" });
    await client.connect(open());
    return { client, kept };
  } finally {
    callback.close();
  }
}
