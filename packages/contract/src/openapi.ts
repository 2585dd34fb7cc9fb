import { z } from "zod";
import { type ErrorCode, errorTable } from "./errors.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return rest;
};

const security: Readonly<Record<Route["auth"], readonly Json[]>> = {
  public: [],
  agent: [{ apiKey: [] }, { bearer: [] }],
  session: [{ session: [] }],
  signature: [],
};

const namePattern = /:([A-Za-z_]+)/g;

/** A path with its parameters' names left out: what tells two paths apart. */
const shapeOf = (path: string) => path.replace(namePattern, ":");

/**
 * The names of a path's parameters. Paths that differ in these alone are one path to OpenAPI, so where routes call the same place
 * differently, it carries all their names (`integrationIdOrConnectionId`).
 */
function parameterNames(path: string): string[] {
  const alike = Object.values<Route>(routes).filter((route) => shapeOf(route.path) === shapeOf(path));
  const [first = [], ...others] = alike.map((route) =>
    [...route.path.matchAll(namePattern)].map(([, name = ""]) => name),
  );
  return first.map((name, index) => {
    const all = new Set([name, ...others.map((names) => names[index] ?? "")]);
    return [...all].reduce((joined, other) => `${joined}Or${other.slice(0, 1).toUpperCase()}${other.slice(1)}`);
  });
}

function parameters(schema: z.ZodObject | undefined, place: "path" | "query", names?: readonly string[]): Json[] {
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, field], index) => {
    const json = schemaOf(z.object({ [name]: field }), "input");
    const properties = z.record(z.string(), z.record(z.string(), z.unknown())).parse(json.properties);
    const required = place === "path" || z.array(z.string()).catch([]).parse(json.required).includes(name);
    return { name: names?.[index] ?? name, in: place, required, schema: properties[name] ?? {} };
  });
}

function errorResponses(route: Route): Json {
  const codes: ErrorCode[] =
    route.auth === "agent" || route.auth === "session" ? ["unauthorized", ...route.errors] : [...route.errors];
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes)
    byStatus.set(errorTable[code].status, [...(byStatus.get(errorTable[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      String(status),
      {
        description: list.join(", "),
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    ]),
  );
}

function operation(name: string, route: Route): Json {
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    security: security[route.auth],
    parameters: [...parameters(route.params, "path", parameterNames(route.path)), ...parameters(route.query, "query")],
    ...(route.body
      ? { requestBody: { content: { "application/json": { schema: schemaOf(route.body, "input") } } } }
      : {}),
    responses: {
      "200": {
        description: "Success.",
        content: { "application/json": { schema: schemaOf(route.response, "output") } },
      },
      ...errorResponses(route),
    },
  };
}

/** OpenAPI 3.1 of every endpoint, from the schemas that validate requests (https://spec.openapis.org/oas/v3.1.1). */
export function openApiDocument(origin: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries<Route>(routes)) {
    const names = parameterNames(route.path);
    const path = route.path.replace(namePattern, () => `{${names.shift() ?? ""}}`);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "ClawLink", version: "1", description: "Run actions in people's connected apps, on their behalf." },
    servers: [{ url: origin }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "apiKey", in: "header", name: "x-clawlink-api-key" },
        bearer: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "clawlink.session_token" },
      },
      schemas: {
        Error: {
          type: "object",
          required: ["error"],
          properties: {
            error: { oneOf: [{ type: "string" }, { type: "object" }] },
            code: { enum: Object.keys(errorTable) },
            hint: { type: "string" },
          },
        },
      },
    },
  };
}
