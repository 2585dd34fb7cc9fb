import { z } from "zod";

/** What is read of one property of an input schema. */
export const Property = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
export type Property = z.infer<typeof Property>;

/** What is read of a tool's input schema. */
export const ToolSchema = z.looseObject({
  properties: z.record(z.string(), Property).default({}),
  required: z.array(z.string()).default([]),
});
export type ToolSchema = z.infer<typeof ToolSchema>;

/** Whether a property is a file: `{name, mimetype, s3key}` (CONTRACT.md section 10). */
export function isFile(property: Property): boolean {
  return property.properties !== undefined && "s3key" in property.properties;
}
