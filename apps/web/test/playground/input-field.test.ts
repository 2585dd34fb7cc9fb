import { expect, it } from "vitest";
import { inputField } from "../../src/playground/input-field.ts";

const fieldOf = (properties: object, required: string[] = []) => {
  const field = inputField({ type: "object", properties, required });
  return field.kind === "group" ? field.fields : [];
};

it("asks for what is needed first, and says what is taken when nothing is given", () => {
  const fields = fieldOf({ a: { type: "string" }, b: { type: "string" }, c: { default: 5, type: "integer" } }, [
    "b",
    "c",
  ]);
  expect(fields.map(({ name, required, usually }) => [name, required, usually])).toEqual([
    ["b", true, null],
    ["a", false, null],
    ["c", false, "5"],
  ]);
});

it.each([
  [
    { type: "string", format: "email" },
    { kind: "text", type: "email", long: false },
  ],
  [
    { type: "string", format: "date" },
    { kind: "text", type: "date", long: false },
  ],
  [{ type: "string", format: "date-time" }, { kind: "moment" }],
  [
    { type: "string", maxLength: 20_000 },
    { kind: "text", type: "text", long: true },
  ],
  [
    { type: "integer", minimum: 1, maximum: 9 },
    { kind: "number", whole: true, least: 1, most: 9 },
  ],
  [{ type: "boolean" }, { kind: "choice", options: [true, false] }],
  [
    { type: "string", enum: ["open", "closed"] },
    { kind: "choice", options: ["open", "closed"] },
  ],
  [
    { type: "array", items: { type: "number" }, maxItems: 3 },
    { kind: "list", of: { kind: "number", whole: false }, most: 3 },
  ],
  [{ anyOf: [{ type: "null" }, { type: "integer" }] }, { kind: "number", whole: true }],
  [{ type: "object", file: {}, properties: { name: { type: "string" } } }, { kind: "file" }],
])("draws %j", (schema, field) => {
  expect(inputField(schema)).toEqual(field);
});

it.each([
  { type: "object", additionalProperties: { type: "string" } },
  { type: ["string", "null"] },
  { $ref: "#/elsewhere" },
  true,
  null,
])("leaves %j to be written as JSON", (schema) => {
  expect(inputField(schema)).toEqual({ kind: "json" });
});
