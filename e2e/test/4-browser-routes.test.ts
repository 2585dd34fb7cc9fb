import { browserRoutes, type Route } from "@clawlink/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser } from "../src/browser.ts";
import { newPerson, type Person } from "../src/person.ts";

const { webOrigin } = inject("product");
const sessionRoutes = Object.values<Route>(browserRoutes).filter(({ auth }) => auth === "session");
const routes = sessionRoutes.map((route) => [`${route.method} ${route.path}`, route] as const);
const pathOf = (route: Route) => route.path.replace(/:\w+/g, "aaaaaaaaaaaaaaaaaaaa");

let browser: Browser;
let person: Person;
let cookie = "";

beforeAll(async () => {
  browser = await openBrowser();
  person = await newPerson(browser, inject("product"));
  const cookies = await person.page.context().cookies(webOrigin);
  cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
});
afterAll(() => browser.close());

/** Asks a browser-session endpoint as a program would, with just the headers given. */
async function ask(route: Route, headers: Record<string, string>, body = "{}") {
  const sent = route.method === "GET" || route.method === "DELETE" ? {} : { body };
  const response = await fetch(webOrigin + pathOf(route), {
    method: route.method,
    headers: { "content-type": "application/json", ...headers },
    ...sent,
  });
  const answer: { error?: unknown } = await response.json();
  return { status: response.status, error: answer.error };
}

describe.each(routes)("%s", (_name, route) => {
  it("is for a signed-in browser alone", async () => {
    expect(await ask(route, { origin: webOrigin })).toEqual({ status: 401, error: "Unauthorized" });
    const forged = cookie.replace(/=[^;]+/g, "=forged");
    expect((await ask(route, { origin: webOrigin, cookie: forged })).status).toBe(401);
  });

  it("changes nothing for another site's page", async () => {
    if (route.method === "GET") return expect((await ask(route, { cookie })).status).toBeLessThan(405);
    for (const origin of ["https://elsewhere.example", "null"]) {
      expect((await ask(route, { cookie, origin })).status).toBe(403);
    }
    expect((await ask(route, { cookie })).status).toBe(403);
    expect((await ask(route, { cookie, origin: webOrigin, "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("answers malformed JSON, an unknown id and an oversize body with an error of the table", async () => {
    const own = { cookie, origin: webOrigin };
    const usual = await ask(route, own);
    expect([200, 400, 404]).toContain(usual.status);
    if (route.path.includes(":")) expect(usual.status).not.toBe(200);
    if (!route.body) return;
    expect(await ask(route, own, "{")).toMatchObject({ status: 400, error: expect.any(String) });
    expect(await ask(route, own, JSON.stringify({ filler: "x".repeat(1_100_000) }))).toMatchObject({ status: 413 });
  });
});
