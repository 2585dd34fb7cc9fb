/** The steps of a JSON Pointer (RFC 6901) or of a dotted path, where `[]` stands for every item of a list and `[2]` for one. */
function stepsOf(path: string): string[] {
  if (path.startsWith("/")) {
    return path
      .slice(1)
      .split("/")
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return path
    .replace(/\[(\d*)\]/g, (_, index) => `.${index || "[]"}`)
    .split(".")
    .filter((step) => step !== "");
}

function follow(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value;
  if (typeof value !== "object" || value === null) return undefined;
  if (step === "[]" && Array.isArray(value)) return value.map((item) => follow(item, rest));
  return Object.hasOwn(value, step) ? follow(Reflect.get(value, step), rest) : undefined;
}

/** The value at `path`, or undefined. */
export function valueAt(value: unknown, path: string): unknown {
  return follow(value, stepsOf(path));
}

function pick(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) {
    const inner = paths.map((path) => (path[0] === "[]" ? path.slice(1) : path));
    return value.map((item) => pick(item, inner));
  }
  if (typeof value !== "object" || value === null) return undefined;
  const names = new Set(paths.map(([name]) => name));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => names.has(name))
      .map(([name, item]) => [
        name,
        pick(
          item,
          paths.filter(([first]) => first === name).map((path) => path.slice(1)),
        ),
      ]),
  );
}

/** `value` reduced to the named paths; lists are entered with or without `[]`, and paths nobody has are left out. */
export function selectFields(value: unknown, fields: readonly string[]): unknown {
  return pick(value, fields.map(stepsOf));
}
