import { ConnectSessionStarted, HermesStarted, PairingStarted } from "@clawlink/contract";
import type { Page } from "playwright-core";
import { z } from "zod";
import { type Agent, post } from "../agent.ts";
import { press } from "../press.ts";
import type { Product } from "../product.ts";

/** Pages on which somebody is let in or an app is connected, before and after. */
export interface Doors {
  readonly pairPath: string;
  readonly pairedPath: string;
  readonly hermesPath: string;
  readonly hermesRejectedPath: string;
  readonly consentPath: string;
  readonly connectPath: string;
  readonly connectKeyPath: string;
  readonly connectedPath: string;
  readonly cancelledPath: string;
}

const pathOf = (url: string) => new URL(url).pathname + new URL(url).search;

/** The page on which the person lets a client in that registered itself. */
async function consentPath(product: Product): Promise<string> {
  const redirect_uri = "http://127.0.0.1:9/callback";
  const registered = await post(`${product.webOrigin}/oauth/register`, {
    redirect_uris: [redirect_uri],
    client_name: "A client on this computer",
    token_endpoint_auth_method: "none",
  });
  const { client_id } = z.object({ client_id: z.string() }).parse(registered.body);
  const query = new URLSearchParams({
    response_type: "code",
    client_id,
    redirect_uri,
    state: "state",
    code_challenge: "0".repeat(43),
    code_challenge_method: "S256",
    resource: `${product.webOrigin}/api/mcp`,
  });
  return `/oauth/authorize?${query}`;
}

/** Opens every door of a person, and goes through some. */
export async function makeDoors(page: Page, product: Product, agent: Agent): Promise<Doors> {
  const pairing = async () =>
    PairingStarted.parse((await post(`${product.webOrigin}/api/openclaw/pair/start`)).body).pairUrl;
  const hermes = async () => {
    const { body } = await post(`${product.webOrigin}/api/hermes/bootstrap-sessions`, { agent_family: "hermes" });
    return HermesStarted.parse(body).approval_url;
  };
  const connect = async (app: string) => ConnectSessionStarted.parse((await agent.connect(app)).body).connectUrl;
  const decide = async (url: string, button: string, heading: string, key?: string) => {
    await page.goto(url);
    if (key !== undefined) await page.getByLabel("API key").fill(key);
    await press(page.getByRole("button", { name: button, exact: true }));
    await page.getByRole("heading", { name: heading }).waitFor();
    return pathOf(url);
  };
  return {
    pairPath: pathOf(await pairing()),
    pairedPath: await decide(await pairing(), "Approve", "Approved"),
    hermesPath: pathOf(await hermes()),
    hermesRejectedPath: await decide(await hermes(), "Reject", "Rejected"),
    consentPath: await consentPath(product),
    connectPath: pathOf(await connect("slack")),
    connectKeyPath: pathOf(await connect("twilio")),
    connectedPath: await decide(await connect("resend"), "Connect", "Resend is connected", product.keys.resend),
    cancelledPath: await decide(await connect("stripe"), "Cancel", "Cancelled"),
  };
}
