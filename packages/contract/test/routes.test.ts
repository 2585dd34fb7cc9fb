import { describe, expect, it } from "vitest";
import { belongsToApi, routeList } from "../src/index.ts";

/** A path that a route answers. */
const example = (path: string) => path.replace(/:[A-Za-z_]+/g, "x1");

describe("the route table", () => {
  it("has no two routes of one method and path", () => {
    const places = routeList.map(({ method, path }) => `${method} ${path.replace(/:[A-Za-z_]+/g, ":")}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  it.each(routeList.map((route) => [route.method, route.path, route] as const))(
    "%s %s describes its parameters, and takes a body only where there can be one",
    (method, path, route) => {
      const named = [...path.matchAll(/:([A-Za-z_]+)/g)].map(([, name]) => name);
      expect(Object.keys(route.params?.shape ?? {})).toEqual(named);
      if (method === "GET" || method === "DELETE") expect(route.body).toBeUndefined();
      expect(path).toMatch(/^\/api\/[A-Za-z0-9_.:/-]+$/);
    },
  );

  it("lets only agents and installers in at clawlink, and only sessions at clawlink-web", () => {
    for (const { worker, auth } of routeList)
      expect(worker === "clawlink" ? ["public", "agent"] : ["session", "signature"]).toContain(auth);
  });
});

describe("belongsToApi", () => {
  it.each(routeList.map(({ method, path, worker }) => [method, example(path), worker] as const))(
    "sends %s %s to %s",
    (method, path, worker) => expect(belongsToApi(method, path)).toBe(worker === "clawlink"),
  );

  it("sends a method nobody has at an agent's path to the worker that can say so", () => {
    expect(belongsToApi("PUT", "/api/agent/whoami")).toBe(true);
    expect(belongsToApi("OPTIONS", "/api/tools/gmail_send_email/execute")).toBe(true);
    expect(belongsToApi("PUT", "/api/api-keys")).toBe(false);
  });

  it.each(["POST", "GET", "DELETE"])("sends MCP's %s on", (method) => {
    expect(belongsToApi(method, "/api/mcp")).toBe(true);
    expect(belongsToApi(method, "/api/mcp/gmail")).toBe(true);
  });

  it.each([
    "/",
    "/dashboard",
    "/api",
    "/api/",
    "/api/auth/session",
    "/api/mcpx",
    "/api/tools/",
    "/api/oauth/callback/gmail",
    "/openclaw/pair/x",
    "/api/billing/webhooks",
  ])("keeps %s at the web worker", (path) => expect(belongsToApi("GET", path)).toBe(false));
});
