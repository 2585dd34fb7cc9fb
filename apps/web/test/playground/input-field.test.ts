import { describe, expect, it } from "vitest";
import { inputField } from "../../src/playground/input-field.ts";
import { fits, startOf } from "../../src/playground/input-value.ts";

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
  [
    { type: ["string", "null"], maxLength: 5 },
    { kind: "text", type: "text", long: false },
  ],
  [{ const: "all" }, { kind: "choice", options: ["all"] }],
])("draws %j", (schema, field) => {
  expect(inputField(schema)).toEqual(field);
});

it.each([{ type: "object", additionalProperties: { type: "string" } }, { $ref: "#/elsewhere" }, true, null])(
  "leaves %j to be written as JSON",
  (schema) => {
    expect(inputField(schema)).toEqual({ kind: "json" });
  },
);

describe("a value of one of several kinds", () => {
  const card = (type: string, ...names: string[]) => ({
    type: "object",
    properties: { type: { const: type }, ...Object.fromEntries(names.map((name) => [name, { type: "string" }])) },
    required: ["type", ...names],
  });
  const field = inputField({
    anyOf: [{ type: "string", title: "A name" }, { type: "array", items: { type: "integer" } }, { type: "null" }],
  });
  const either = inputField({ oneOf: [card("person", "email"), card("team", "slug")] });

  it("is asked for by every kind, each under a name", () => {
    const named = (of: typeof field) => (of.kind === "variant" ? of.branches.map(({ name }) => name) : []);
    expect(named(field)).toEqual(["A name", "A list: A whole number"]);
    expect(named(either)).toEqual(["person", "team"]);
    expect(named(inputField({ type: ["string", "number", "null"] }))).toEqual(["Text", "A number"]);
  });

  it("is known again by its kind, and begins with what cannot be otherwise", () => {
    const branches = either.kind === "variant" ? either.branches : [];
    const team = { type: "team", slug: "red" };
    expect(branches.map((branch) => fits(branch.field, team))).toEqual([false, true]);
    expect(branches.map((branch) => startOf(branch.field))).toEqual([{ type: "person" }, { type: "team" }]);
    expect([fits(field, "x"), fits(field, [1]), fits(field, ["x"]), fits(field, undefined)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
