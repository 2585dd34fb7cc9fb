import { z } from "zod";

type Plain = string | number | boolean | null;

/** How one value of an action's input is asked for. */
export type InputField =
  | { readonly kind: "text"; readonly long: boolean; readonly type: "text" | "email" | "url" | "date" }
  | { readonly kind: "moment" }
  | { readonly kind: "number"; readonly whole: boolean; readonly least?: number; readonly most?: number }
  | { readonly kind: "choice"; readonly options: readonly Plain[] }
  | { readonly kind: "list"; readonly of: InputField; readonly most?: number }
  | { readonly kind: "group"; readonly fields: readonly NamedField[] }
  | { readonly kind: "file" }
  | { readonly kind: "json" };

/** One of a group. */
export interface NamedField {
  readonly name: string;
  readonly about: string | null;
  readonly required: boolean;
  /** What is taken when nothing is given, as JSON. */
  readonly usually: string | null;
  readonly field: InputField;
}

const Schema = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  file: z.unknown().optional(),
});
type Schema = z.infer<typeof Schema>;

/** A text that may be longer than this, in characters, gets more than a line. */
const lineLength = 1_000;

/** How the input of a JSON schema is asked for; whatever has no form of its own is written as JSON. */
export function inputField(raw: unknown): InputField {
  const schema = Schema.safeParse(raw).data;
  if (!schema) return { kind: "json" };
  if (schema.file !== undefined) return { kind: "file" };
  if (schema.enum) return { kind: "choice", options: schema.enum };
  if (schema.anyOf) return inputField(schema.anyOf.find((one) => Schema.safeParse(one).data?.type !== "null"));
  switch (schema.type) {
    case "string":
      return textField(schema);
    case "integer":
    case "number":
      return {
        kind: "number",
        whole: schema.type === "integer",
        ...(schema.minimum !== undefined && { least: schema.minimum }),
        ...(schema.maximum !== undefined && { most: schema.maximum }),
      };
    case "boolean":
      return { kind: "choice", options: [true, false] };
    case "array":
      return {
        kind: "list",
        of: inputField(schema.items),
        ...(schema.maxItems !== undefined && { most: schema.maxItems }),
      };
    case "object":
      return schema.properties ? { kind: "group", fields: namedFields(schema) } : { kind: "json" };
    default:
      return { kind: "json" };
  }
}

function textField({ format, maxLength }: Schema): InputField {
  if (format === "date-time") return { kind: "moment" };
  const type = format === "email" ? "email" : format === "uri" ? "url" : format === "date" ? "date" : "text";
  return { kind: "text", type, long: type === "text" && format === undefined && (maxLength ?? 0) > lineLength };
}

function namedFields({ properties = {}, required = [] }: Schema): NamedField[] {
  const fields = Object.entries(properties).map(([name, raw]) => {
    const { description, default: usual } = Schema.safeParse(raw).data ?? {};
    const usually = usual === undefined ? null : JSON.stringify(usual);
    return {
      name,
      about: description ?? null,
      required: required.includes(name) && usually === null,
      usually,
      field: inputField(raw),
    };
  });
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}
