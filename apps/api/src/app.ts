import { AppError, routeList } from "@clawlink/contract";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { errorResponse } from "./error-response.ts";
import { reportError } from "./report-error.ts";
import { connectRoutes } from "./routes/connect.ts";
import { discoveryRoutes } from "./routes/discovery.ts";
import { executionRoutes } from "./routes/execution.ts";
import { hermesRoutes } from "./routes/hermes.ts";
import { mcpRoutes } from "./routes/mcp.ts";
import { oauthRoutes } from "./routes/oauth.ts";
import { ownKeyRoutes } from "./routes/own-key.ts";
import { pairingRoutes } from "./routes/pairing.ts";
import { toolRoutes } from "./routes/tool.ts";
import type { Env } from "./serve.ts";

/** The methods under which some route has this path. */
function methodsOf(pathname: string): string[] {
  const parts = pathname.split("/");
  const matches = (path: string) => {
    const wanted = path.split("/");
    return (
      wanted.length === parts.length && wanted.every((part, index) => part.startsWith(":") || part === parts[index])
    );
  };
  return routeList.filter((route) => route.worker === "clawlink" && matches(route.path)).map((route) => route.method);
}

/** The agent endpoints as one Hono app. */
export function createApp(): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/healthz", (context) => context.json({ ok: true }));
  pairingRoutes(app);
  hermesRoutes(app);
  connectRoutes(app);
  discoveryRoutes(app);
  toolRoutes(app);
  executionRoutes(app);
  ownKeyRoutes(app);
  mcpRoutes(app);
  oauthRoutes(app);
  app.notFound((context) => {
    const allowed = methodsOf(context.req.path);
    if (allowed.length === 0) return errorResponse(new AppError("not_found", "There is nothing at this address."));
    const response = errorResponse(new AppError("method_not_allowed", `This address takes ${allowed.join(", ")}.`));
    response.headers.set("allow", allowed.join(", "));
    return response;
  });
  app.onError((error) => {
    if (error instanceof AppError) return errorResponse(error);
    if (error instanceof HTTPException)
      return errorResponse(new AppError("bad_request", "The request could not be read."));
    reportError(error);
    return errorResponse(new AppError("internal_error", "Something went wrong on our side."));
  });
  return app;
}
