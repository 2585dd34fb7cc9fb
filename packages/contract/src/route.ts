import type { z } from "zod";
import type { ErrorCode } from "./errors.ts";

/** Who may call: anybody, an agent's key, a signed-in browser, or a signed provider event. */
export type RouteAuth = "public" | "agent" | "session" | "signature";

/** Which worker answers. The web worker forwards everything of `clawlink`'s unchanged. */
export type RouteWorker = "clawlink" | "clawlink-web";

/** One endpoint: what validates its request, and what its answer promises. */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Path with `:name` parameters. */
  readonly path: string;
  readonly worker: RouteWorker;
  readonly auth: RouteAuth;
  readonly tag: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly errors: readonly ErrorCode[];
}

/** Checks an entry against `Route` and keeps its exact type. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}
