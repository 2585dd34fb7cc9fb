import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openApiDocument, routeList } from "../src/index.ts";

const Operation = z.object({
  operationId: z.string().regex(/^[A-Za-z]+$/),
  tags: z.array(z.string()).min(1),
  summary: z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(["path", "query"]),
      required: z.boolean(),
      schema: z.record(z.string(), z.unknown()),
    }),
  ),
  requestBody: z
    .object({ content: z.object({ "application/json": z.object({ schema: z.looseObject({}) }) }) })
    .optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.object({ description: z.string().min(1) }).loose()),
});
const Document = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.url() })),
  paths: z.record(
    z.string().startsWith("/"),
    z.record(z.enum(["get", "post", "patch", "delete"]), Operation.optional()),
  ),
  components: z.object({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
    schemas: z.record(z.string(), z.looseObject({})),
  }),
});

const raw = openApiDocument("https://api.example.com");
const document = Document.parse(raw);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) => (operation ? [{ path, method, operation }] : [])),
);

/** Every `$ref` in a document. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === "$ref" && typeof item === "string" ? [item] : references(item),
  );
}

describe("the OpenAPI document", () => {
  it("has every endpoint once", () => {
    expect(operations).toHaveLength(routeList.length);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(routeList.length);
  });

  it("has no two paths that differ in the names of their parameters alone (OpenAPI 3.1.1, Paths Object)", () => {
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{[^}]+\}/g, "{}"));
    expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([]);
  });

  it.each(operations)("$method $path names exactly the parameters of its path, all required", ({ path, operation }) => {
    const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
    expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name));
    expect(inPath.every(({ required }) => required)).toBe(true);
    const names = operation.parameters.map(({ name, in: place }) => `${place} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it("refers only to what it holds, and to security schemes it defines", () => {
    for (const reference of references(raw)) {
      const found = reference
        .replace("#/", "")
        .split("/")
        .reduce<unknown>((at, step) => (typeof at === "object" && at ? Reflect.get(at, step) : undefined), raw);
      expect(found, reference).toBeDefined();
    }
    for (const { operation } of operations)
      for (const scheme of operation.security.flatMap(Object.keys))
        expect(Object.keys(document.components.securitySchemes)).toContain(scheme);
  });

  it("survives JSON unchanged", () => expect(JSON.parse(JSON.stringify(raw))).toEqual(raw));

  it("says what each response field is: no schema of an answer is empty but where anything may come", () => {
    const whoami = document.paths["/api/agent/whoami"]?.get?.responses["200"];
    expect(whoami).toMatchObject({
      content: { "application/json": { schema: { type: "object", properties: { user_id: { type: "string" } } } } },
    });
  });
});
