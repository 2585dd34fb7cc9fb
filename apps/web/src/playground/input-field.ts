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
  | { readonly kind: "variant"; readonly branches: readonly Branch[] }
  | { readonly kind: "file" }
  | { readonly kind: "json" };

/** One of the kinds a value may be of. */
export interface Branch {
  readonly name: string;
  readonly field: InputField;
}

/** One of a group. */
export interface NamedField {
  readonly name: string;
  readonly about: string | null;
  readonly required: boolean;
  /** What is taken when nothing is given, as JSON. */
  readonly usually: string | null;
  readonly field: InputField;
}

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Schema = z.looseObject({
  title: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  const: Value.optional(),
  enum: z.array(Value).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
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
  if (schema.const !== undefined) return { kind: "choice", options: [schema.const] };
  const kinds = schema.anyOf ?? schema.oneOf;
  if (kinds) return variantField(kinds);
  const types = [schema.type ?? []].flat().filter((type) => type !== "null");
  if (types.length > 1) return variantField(types.map((type) => ({ ...schema, type })));
  switch (types[0]) {
    case "string":
      return textField(schema);
    case "integer":
    case "number":
      return {
        kind: "number",
        whole: types[0] === "integer",
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

/** One field for each kind of value but null, which is what is not given. */
function variantField(kinds: readonly unknown[]): InputField {
  const branches = kinds
    .filter((kind) => Schema.safeParse(kind).data?.type !== "null")
    .map((kind): Branch => {
      const field = inputField(kind);
      return { name: Schema.safeParse(kind).data?.title ?? branchName(field), field };
    });
  const [only] = branches;
  if (!only) return { kind: "json" };
  return branches.length === 1 ? only.field : { kind: "variant", branches };
}

/** What a kind of value is called when its schema does not say. */
function branchName(field: InputField): string {
  switch (field.kind) {
    case "text":
      return { text: "Text", email: "An e-mail address", url: "An address", date: "A day" }[field.type];
    case "moment":
      return "A moment";
    case "number":
      return field.whole ? "A whole number" : "A number";
    case "choice":
      return field.options.length === 1 ? String(field.options[0]) : `One of ${field.options.join(", ")}`.slice(0, 80);
    case "list":
      return `A list: ${branchName(field.of)}`;
    case "group": {
      const told = field.fields.flatMap(({ field: inner }) =>
        inner.kind === "choice" && inner.options.length === 1 ? [String(inner.options[0])] : [],
      );
      return (told.length > 0 ? told : field.fields.map(({ name }) => name)).join(", ").slice(0, 80);
    }
    case "variant":
      return field.branches.map(({ name }) => name).join(" or ");
    case "file":
      return "A file";
    case "json":
      return "JSON";
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
