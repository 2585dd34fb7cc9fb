import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { z } from "zod";
import { openBrowser } from "../src/browser.ts";
import { newPerson } from "../src/person.ts";
import { picture } from "../src/picture.ts";

const product = inject("product");
const Registered = z.object({ client_id: z.string() });
const redirectUri = "http://127.0.0.1:9/callback";
const name = "<img src=x onerror=\"document.title='taken'\"> \u05e9\u05dc\u05d5\u05dd \u202eni";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function register(facts: Record<string, unknown>): Promise<string> {
  const answer = await fetch(`${product.webOrigin}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ redirect_uris: [redirectUri], token_endpoint_auth_method: "none", ...facts }),
  });
  return Registered.parse(await answer.json()).client_id;
}

describe("a client that registered a hostile name, and a logo in the network of ClawLink", () => {
  it("is text on the page that asks for it, and nobody fetches the logo", async () => {
    let fetched = 0;
    const logos = createServer((_request, response) => {
      fetched += 1;
      response.end();
    });
    await new Promise<void>((done) => logos.listen(0, "127.0.0.1", done));
    const { port } = logos.address() as AddressInfo;
    const { page } = await newPerson(browser, product);
    onTestFailed(picture(page, "hostile-client"));
    const client_id = await register({ client_name: name, logo_uri: `http://127.0.0.1:${port}/logo.png` });
    const asked = {
      response_type: "code",
      client_id,
      redirect_uri: redirectUri,
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
    };
    await page.goto(`${product.webOrigin}/oauth/authorize?${new URLSearchParams(asked)}`);
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    expect(heading).toContain("<img src=x");
    expect(heading).not.toContain("\u202e");
    expect(await page.title()).not.toBe("taken");
    expect(await page.locator('img[src="x"], img[src*="logo.png"]').count()).toBe(0);
    expect(fetched).toBe(0);
    logos.close();
    await page.context().close();
  });
});
