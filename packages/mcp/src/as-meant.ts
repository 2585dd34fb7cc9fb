import { JsonObject } from "@clawlink/contract";

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
  if (value === null && typeof type === "string" && type !== "null") return undefined;
  if (typeof value !== "string" || (type !== "object" && type !== "array")) return value;
  const held = parsed(value);
  const fits = type === "array" ? Array.isArray(held) : JsonObject.safeParse(held).success;
  return fits ? held : value;
}

/**
 * Arguments as a client means them by the schema it was given: models and frameworks that have to name every argument (OpenAI's strict mode)
 * send null for those they leave out, and some clients write objects and lists as text. Null stays where a schema takes it.
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
