import { AppError } from "@clawlink/contract";
import type { z } from "zod";
import { currentUser, type User } from "../auth/user.ts";
import { faultResponse } from "../edge/error-response.ts";
import { isForeignMutation } from "../edge/foreign-request.ts";
import { type Platform, platform } from "../platform/platform.ts";
import { describeProblems } from "./describe-problems.ts";

/** One call of a signed-in browser; its parts are read by the schemas of the route table. */
export interface Call extends Platform {
  readonly user: User;
  params<S extends z.ZodType>(schema: S): Promise<z.output<S>>;
  query<S extends z.ZodType>(schema: S): z.output<S>;
  body<S extends z.ZodType>(schema: S): Promise<z.output<S>>;
}

type Parameters = Promise<Record<string, string | string[] | undefined>>;

function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError("bad_request", describeProblems(result.error));
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    throw new AppError("bad_request", "The body is not JSON.");
  }
}

/** A handler for a signed-in browser: session, origin, parsing, and errors by the table, in this order. Values are answered as JSON. */
export function sessionRoute(work: (call: Call) => Promise<unknown>) {
  return async (request: Request, context: { params: Parameters }): Promise<Response> => {
    try {
      const user = await currentUser();
      if (!user) throw new AppError("unauthorized", "Unauthorized", { hint: "Sign in first." });
      const { environment, database } = platform();
      if (isForeignMutation(request, environment.WEB_ORIGIN)) {
        throw new AppError("forbidden", "This request does not come from our own pages.");
      }
      const answer = await work({
        user,
        environment,
        database,
        params: async (schema) => parse(schema, await context.params),
        query: (schema) => parse(schema, Object.fromEntries(new URL(request.url).searchParams)),
        body: async (schema) => parse(schema, await readJson(request)),
      });
      if (answer instanceof Response) return answer;
      return Response.json(answer, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      return faultResponse(error);
    }
  };
}
