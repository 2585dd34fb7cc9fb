import { AppError, accountOfAgentKey, type Route, sha256Hex } from "@clawlink/contract";
import type { Context, Hono } from "hono";
import type { z } from "zod";
import type { Caller } from "./account/caller.ts";
import { cellOf } from "./account/cell-of.ts";
import type { Wanted } from "./account/wanted.ts";
import { type CalledFrom, calledFrom } from "./called-from.ts";
import { type Deps, makeDeps } from "./deps.ts";
import type { Bindings } from "./environment.ts";
import { parseInput, readBody } from "./read-request.ts";

/** What Hono carries for this worker. */
export type Env = { Bindings: Bindings };

/** The key a request came with: well-formed, not yet known to be live. */
export interface AgentKey {
  readonly accountId: string;
  readonly keyHash: string;
  readonly from: CalledFrom | null;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a request to a route says. */
export interface Input<R extends Route> {
  readonly params: Parsed<R["params"]>;
  readonly query: Parsed<R["query"]>;
  readonly body: Parsed<R["body"]>;
}

/** One request to a route, parsed; `caller()` asks the cell who it is and throws `unauthorized` when the key is not live. */
export interface Served<R extends Route> extends Input<R> {
  readonly deps: Deps;
  readonly key: AgentKey;
  readonly request: Request;
  caller(): Promise<Caller>;
}

const vouched = new WeakMap<Request, AgentKey>();

/** Lets a request that this worker makes to itself stand for a key that has been checked. */
export function vouchFor(request: Request, key: AgentKey): Request {
  vouched.set(request, key);
  return request;
}

/** The key of a request: `x-clawlink-api-key` first, else a bearer token (CONTRACT.md section 2). Throws `unauthorized`. */
export async function agentKey(request: Request): Promise<AgentKey> {
  const known = vouched.get(request);
  if (known) return known;
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const key = request.headers.get("x-clawlink-api-key")?.trim() || bearer;
  const accountId = key ? accountOfAgentKey(key) : null;
  if (!key || !accountId) throw new AppError("unauthorized", "Unauthorized");
  return { accountId, keyHash: await sha256Hex(key), from: calledFrom(request) };
}

const nobody: AgentKey = { accountId: "", keyHash: "", from: null };

/** Schemas of the table are typed per route; Hono hands over strings, so parsing and its type meet here, once. */
function parsedBy<S extends z.ZodType | undefined>(schema: S, value: () => unknown): Parsed<S> {
  return (schema ? parseInput(schema, value()) : undefined) as Parsed<S>;
}

/** A path parameter that cannot be one names nothing. */
function parsedParams<S extends z.ZodType | undefined>(schema: S, value: unknown): Parsed<S> {
  try {
    return parsedBy(schema, () => value);
  } catch {
    throw new AppError("not_found", "There is nothing at this address.");
  }
}

async function parseAll<R extends Route>(route: R, context: Context<Env>): Promise<Input<R>> {
  const params = parsedParams<R["params"]>(route.params, context.req.param());
  const query = parsedBy<R["query"]>(route.query, () => context.req.query());
  const raw = route.body ? await readBody(route, context.req.raw) : undefined;
  return { params, query, body: parsedBy<R["body"]>(route.body, () => raw) };
}

/** Up to this many bytes are read of anybody whose key looks like one: the form of a key says nothing of whether it is live. */
const smallBody = 64_000;

function isSmall({ body, headers }: Request): boolean {
  return body === null || Number(headers.get("content-length") ?? Number.NaN) <= smallBody;
}

/**
 * Mounts one route of the table: key first, then input, then the handler, whose answer is JSON. The caller comes with the connections
 * that `wants` names, in the same round trip.
 */
export function serve<const R extends Route>(
  app: Hono<Env>,
  route: R,
  handle: (served: Served<R>) => Promise<z.input<R["response"]> | Response>,
  wants: (input: Input<R>) => Wanted = () => null,
): void {
  app.on(route.method, route.path, async (context) => {
    const { env } = context;
    const deps = await makeDeps(env, (work) => context.executionCtx.waitUntil(work));
    const key = route.auth === "agent" ? await agentKey(context.req.raw) : nobody;
    // The cell authenticates executions as it begins them; a body that takes work to read has to be somebody's first.
    const mayRead = vouched.has(context.req.raw) || isSmall(context.req.raw);
    if (route.tag === "Execution" && !mayRead) await identify(env, key, null);
    let input: Input<R>;
    try {
      input = await parseAll(route, context);
    } catch (error) {
      // A key that is not live is refused before anything is said of the input.
      if (route.auth === "agent") await identify(env, key, null);
      throw error;
    }
    let asked: Promise<Caller> | null = null;
    const caller = () => {
      asked ??= identify(env, key, wants(input));
      return asked;
    };
    // Executions are authenticated by the cell as it begins them, which saves a round trip.
    if (route.auth === "agent" && route.tag !== "Execution") await caller();
    const result = await handle({ ...input, deps, key, request: context.req.raw, caller });
    return result instanceof Response ? result : context.json(result);
  });
}

async function identify(env: Bindings, key: AgentKey, wanted: Wanted): Promise<Caller> {
  const caller = await cellOf(env, key.accountId).identify(key.keyHash, key.from, wanted);
  if (!caller) throw new AppError("unauthorized", "Unauthorized");
  return caller;
}
