import type { InputField } from "./input-field.ts";

/** Whether a value could have been given in this field. */
export function fits(field: InputField, value: unknown): boolean {
  if (value === undefined) return false;
  switch (field.kind) {
    case "text":
    case "moment":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "choice":
      return field.options.some((option) => option === value);
    case "list":
      return Array.isArray(value) && value.every((item) => fits(field.of, item));
    case "group":
      return (
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        field.fields.every(({ name, required, field: inner }) => {
          const given: unknown = Reflect.get(value, name);
          return given === undefined ? !required : fits(inner, given);
        })
      );
    case "variant":
      return field.branches.some((branch) => fits(branch.field, value));
    case "file":
    case "json":
      return true;
  }
}

/** What a field that has just been added holds: nothing but what could not be anything else. */
export function startOf(field: InputField): unknown {
  switch (field.kind) {
    case "list":
      return [];
    case "choice":
      return field.options.length === 1 ? field.options[0] : "";
    case "group":
      return Object.fromEntries(
        field.fields.flatMap(({ name, required, field: inner }) =>
          required && inner.kind === "choice" && inner.options.length === 1 ? [[name, inner.options[0]]] : [],
        ),
      );
    case "variant":
      return field.branches[0] ? startOf(field.branches[0].field) : "";
    default:
      return "";
  }
}
