import { HermesPoll, HermesStarted } from "@clawlink/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent, post, send } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { newPerson } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { remember } from "../src/seen.ts";

const product = inject("product");
const hello = {
  agent_family: "hermes",
  agent_version: "1.0.0",
  client_label: "Hermes of the journey",
  hostname: "desk",
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const start = async () =>
  HermesStarted.parse((await post(`${product.webOrigin}/api/hermes/bootstrap-sessions`, hello)).body);
const poll = async (url: string) => HermesPoll.parse((await send(new Request(url))).body);

describe("bootstrapping Hermes", () => {
  it("hands out a working key only after the person approves, and only until it is consumed", async () => {
    const { page } = await newPerson(browser, product);
    onTestFailed(picture(page, "hermes"));
    const started = await start();
    expect(await poll(started.poll_url)).toMatchObject({ status: "pending_approval" });

    await page.goto(started.approval_url);
    await page.getByText("Hermes of the journey").waitFor();
    await press(page.getByRole("button", { name: "Approve" }));
    await expect.poll(async () => (await poll(started.poll_url)).status).toBe("approved");

    const { install } = await poll(started.poll_url);
    const key = install?.headers["x-clawlink-api-key"] ?? "";
    await remember(product, "an agent key", key);
    expect(install?.url).toBe(`${product.webOrigin}/api/mcp`);
    expect((await new Agent(product, key).get("/api/agent/whoami")).status).toBe(200);

    const session = `${product.webOrigin}/api/hermes/bootstrap-sessions/${started.session_id}`;
    expect((await post(`${session}/consume`)).body).toMatchObject({ status: "consumed" });
    const after = await poll(started.poll_url);
    expect(after.status).toBe("consumed");
    expect(after.install).toBeUndefined();
  });

  it("gives nothing to a session the person rejects", async () => {
    const { page } = await newPerson(browser, product);
    onTestFailed(picture(page, "hermes-rejected"));
    const started = await start();
    await page.goto(started.approval_url);
    await press(page.getByRole("button", { name: "Reject" }));
    await expect.poll(async () => (await poll(started.poll_url)).status).toBe("rejected");
    expect((await poll(started.poll_url)).install).toBeUndefined();
  });
});
