import { AppError } from "@clawlink/contract";
import { createServer, type Host } from "@clawlink/mcp";
import { createMcpHandler } from "@modelcontextprotocol/server";
import type { Context, Hono } from "hono";
import { cellOf } from "../account/cell-of.ts";
import { agentKey, type Env } from "../serve.ts";

/** The canonical endpoints of this worker, called with the request's own key: one door, one set of rules. */
function endpoints(app: Hono<Env>, context: Context<Env>): Host {
  const credential = new Headers({ "content-type": "application/json" });
  for (const name of ["x-clawlink-api-key", "authorization", "cf-connecting-ip"]) {
    const value = context.req.header(name);
    if (value !== undefined) credential.set(name, value);
  }
  return {
    async call({ method, path, body }) {
      const request = new Request(new URL(path, context.req.url), {
        method,
        headers: credential,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const response = await app.fetch(request, context.env, context.executionCtx);
      return { status: response.status, body: await response.json() };
    },
  };
}

/** MCP over Streamable HTTP, stateless, with the keys of every other endpoint (CONTRACT.md section 8). */
export function mcpRoutes(app: Hono<Env>): void {
  app.all("/api/mcp", async (context) => {
    const key = await agentKey(context.req.raw);
    if (!(await cellOf(context.env, key.accountId).identify(key.keyHash)))
      throw new AppError("unauthorized", "Unauthorized");
    const handler = createMcpHandler(() => createServer(endpoints(app, context)));
    return handler.fetch(context.req.raw);
  });
}
