import type { StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import { z } from "zod";
import { asMeant } from "./as-meant.ts";

/** What a JSON Schema says anyway without being told (JSON Schema 2020-12, the default of MCP; any integer is at most 2^53 - 1 here). */
const redundant: Readonly<Record<string, (value: unknown) => boolean>> = {
  $schema: () => true,
  propertyNames: () => true,
  additionalProperties: (value) => JSON.stringify(value) === "{}",
  maximum: (value) => value === Number.MAX_SAFE_INTEGER,
};

/** `properties` of nothing is left to the whole alone, where clients look for it. */
function terse(value: unknown, isWhole = false): unknown {
  if (Array.isArray(value)) return value.map((inner) => terse(inner));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name, inner]) => {
    if (name === "properties" && !isWhole && JSON.stringify(inner) === "{}") return false;
    return !redundant[name]?.(inner);
  });
  return Object.fromEntries(kept.map(([name, inner]) => [name, terse(inner)]));
}

/** A tool's schema that is told in as few tokens as say it, since every model that sees the tools reads it; it validates all the same. */
export function toolSchema<S extends z.ZodObject>(schema: S): StandardSchemaWithJSON<z.input<S>, z.output<S>> {
  const json = (io: "input" | "output") => () =>
    z.record(z.string(), z.unknown()).parse(terse(z.toJSONSchema(schema, { io }), true));
  const { validate, vendor, version } = schema["~standard"];
  return { "~standard": { validate, vendor, version, jsonSchema: { input: json("input"), output: json("output") } } };
}

/** The schema of what a tool takes, which takes arguments as they are meant. */
export function argumentsSchema<S extends z.ZodObject>(schema: S): StandardSchemaWithJSON<z.input<S>, z.output<S>> {
  const { validate, ...standard } = toolSchema(schema)["~standard"];
  const told = () => standard.jsonSchema.input({ target: "draft-2020-12" });
  return { "~standard": { ...standard, validate: (sent: unknown) => validate(asMeant(sent, told())) } };
}
