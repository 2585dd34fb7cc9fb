import { effectTable } from "@clawlink/contract";
import type { Action, DescribedAction } from "@clawlink/provider-kit";
import { z } from "zod";

const JsonSchema = z.record(z.string(), z.unknown());
type JsonSchema = z.infer<typeof JsonSchema>;

/** `additionalProperties: false` goes: zod drops unknown fields, and answers may grow. */
function jsonSchema(type: z.ZodType, io: "input" | "output"): JsonSchema {
  const whole = z.toJSONSchema(type, {
    io,
    override: ({ jsonSchema: node }) => {
      if (node.additionalProperties === false) delete node.additionalProperties;
    },
  });
  const { $schema: _, ...schema } = JsonSchema.parse(whole);
  return schema;
}

/** The JSON Schema of an action's arguments. */
export function inputSchema(action: Action): JsonSchema {
  return jsonSchema(action.input, "input");
}

/** Names of the required and the optional arguments. */
export function inputSummary(schema: JsonSchema): { required: string[]; optional: string[] } {
  const required = z.array(z.string()).default([]).parse(schema.required);
  const names = Object.keys(JsonSchema.default({}).parse(schema.properties));
  return { required, optional: names.filter((name) => !required.includes(name)) };
}

/** Dotted paths of the file fields; `*` stands for each item of a list. */
export function filePaths(schema: JsonSchema, at: readonly string[] = []): string[] {
  if (schema.file === true) return [at.join(".")];
  const found: string[] = [];
  for (const [name, property] of Object.entries(JsonSchema.default({}).parse(schema.properties)))
    found.push(...filePaths(JsonSchema.parse(property), [...at, name]));
  const items = JsonSchema.safeParse(schema.items);
  if (items.success) found.push(...filePaths(items.data, [...at, "*"]));
  return found;
}

/** An action with its schemas and hints, as agents read it. */
export function describedAction(action: Action): DescribedAction {
  const input = inputSchema(action);
  const { examples, preconditions } = action.hints ?? {};
  return {
    detail: {
      action_id: action.id,
      title: action.title,
      description: action.description,
      side_effect_level: action.effect,
      input_summary: inputSummary(input),
      ...(examples && { examples: [...examples] }),
      requires_confirmation: effectTable[action.effect].requiresConfirmation,
      idempotent: action.idempotent,
      supports_async: false,
      input_schema: input,
      output_schema: jsonSchema(action.output, "output"),
      ...(preconditions && { preconditions: [...preconditions] }),
    },
    hints: action.hints ?? {},
  };
}
