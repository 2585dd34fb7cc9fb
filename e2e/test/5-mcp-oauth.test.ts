import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { z } from "zod";
import { openBrowser } from "../src/browser.ts";
import { type SignedIn, signInMcpClient } from "../src/mcp-sign-in.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { remember } from "../src/seen.ts";
import { revokeDevice } from "../src/take-away.ts";

const product = inject("product");
const Tokens = z.object({ access_token: z.string(), refresh_token: z.string() });

let browser: Browser;
let person: Person;
let signedIn: SignedIn;

beforeAll(async () => {
  browser = await openBrowser();
  person = await newPerson(browser, product);
});
afterAll(() => browser.close());

/** One refresh, as a client sends it. */
async function refresh(refreshToken: string) {
  const client_id = signedIn.kept.clientInformation()?.client_id ?? "";
  const body = new URLSearchParams({ grant_type: "refresh_token", client_id, refresh_token: refreshToken });
  return fetch(`${product.webOrigin}/oauth/token`, { method: "POST", body });
}

describe("an MCP client that has no key", () => {
  it("is led from a 401 to the person's consent, and calls tools", async () => {
    onTestFailed(picture(person.page, "consent"));
    signedIn = await signInMcpClient(person.page, product, "Journey client");
    const who = await signedIn.client.callTool({ name: "clawlink.whoami", arguments: {} });
    expect(who.structuredContent).toMatchObject({ device: { kind: "mcp_oauth", name: "Journey client (127.0.0.1)" } });
  });

  it("shows the person who asks, where access goes and what it reaches, on a page nobody can frame", async () => {
    const { page } = person;
    onTestFailed(picture(page, "consent-page"));
    const response = await page.goto(signedIn.kept.authorizationUrl?.href ?? "about:blank");
    expect(response?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
    for (const text of ["Journey client", "127.0.0.1", "Nobody: it registered itself", "All your connected apps"])
      expect(await page.getByText(text).count(), text).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Deny" }).waitFor();
  });

  it("survives its own race: everybody who refreshes at once gets the same tokens", async () => {
    const held = signedIn.kept.tokens()?.refresh_token ?? "";
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(held)));
    const given = await Promise.all(answers.map(async (answer) => Tokens.parse(await answer.json())));
    expect(new Set(given.map(({ refresh_token }) => refresh_token)).size).toBe(1);
    for (const { access_token, refresh_token } of given.slice(0, 1)) {
      await remember(product, "an MCP access token", access_token);
      await remember(product, "an MCP refresh token", refresh_token);
      signedIn.kept.saveTokens({ access_token, refresh_token, token_type: "bearer" });
    }
    expect((await signedIn.client.listTools()).tools.length).toBeGreaterThan(9);
  });

  it("loses its access within a second when its device is revoked", async () => {
    const { page } = person;
    onTestFailed(picture(page, "revoking"));
    const { access_token: token, refresh_token: held = "" } = signedIn.kept.tokens() ?? {};
    const status = async () => {
      const headers = {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
      };
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
      return (await fetch(`${product.webOrigin}/api/mcp`, { method: "POST", headers, body })).status;
    };
    expect(await status()).toBe(200);
    await page.goto(`${product.webOrigin}/dashboard/devices`);
    const revokedAt = await revokeDevice(page, "Journey client (127.0.0.1)");
    await expect.poll(status, { timeout: 1_000 + revokedAt - Date.now() + 500, interval: 50 }).toBe(401);
    expect((await refresh(held)).status).toBe(400);
  });

  it("that asks for one app is let in to that app alone", async () => {
    const { page } = person;
    onTestFailed(picture(page, "one-app"));
    const { client, kept } = await signInMcpClient(page, product, "Gmail client", "/api/mcp/gmail");
    expect((await client.listTools()).tools.every(({ name }) => name.startsWith("gmail_"))).toBe(true);
    const headers = { authorization: `Bearer ${kept.tokens()?.access_token}` };
    expect((await fetch(`${product.webOrigin}/api/mcp`, { method: "POST", headers, body: "{}" })).status).toBe(401);
  });

  it("that the person turns away is told so, and gets nothing", async () => {
    const { page } = person;
    const url = signedIn.kept.authorizationUrl ?? new URL("about:blank");
    await page.goto(url.href);
    const sent = page.waitForRequest((request) => request.url().startsWith(signedIn.kept.redirectUrl));
    await press(page.getByRole("button", { name: "Deny" }));
    expect(new URL((await sent).url()).searchParams.get("error")).toBe("access_denied");
  });
});
