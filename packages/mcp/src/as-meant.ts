import { JsonObject } from "@clawlink/contract";

/** What JSON in a string may stand for, by the type that was asked for. */
const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => JsonObject.safeParse(value).success,
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  integer: Number.isSafeInteger,
  number: Number.isFinite,
};

/** What JSON in a string holds; null when it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One argument; undefined where it is meant to be left out. */
function argumentAsMeant(value: unknown, type: unknown): unknown {
  if (typeof type !== "string") return value;
  if (value === null) return type === "null" ? null : undefined;
  if (typeof value !== "string" || !Object.hasOwn(fits, type)) return value;
  const held = parsed(value);
  return fits[type]?.(held) ? held : value;
}

/**
 * Arguments as a client means them by the schema it was given: models and frameworks that have to name every argument (OpenAI's strict mode)
 * send null for those they leave out, and some clients write everything as text (anthropics/claude-code#91803). Null stays where a schema takes it.
 */
export function asMeant(sent: unknown, schema: Readonly<Record<string, unknown>>): unknown {
  const args = JsonObject.safeParse(sent);
  if (!args.success) return sent;
  const properties = JsonObject.catch({}).parse(schema.properties);
  const meant = Object.entries(args.data).map(([name, value]) => {
    const { type } = JsonObject.catch({}).parse(Object.hasOwn(properties, name) ? properties[name] : {});
    return [name, argumentAsMeant(value, type)] as const;
  });
  return Object.fromEntries(meant.filter(([, value]) => value !== undefined));
}
