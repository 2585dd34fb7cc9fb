/** The steps of a JSON Pointer (RFC 6901) or of a dotted path, where `[]` stands for every item of a list. */
function stepsOf(path: string): string[] {
  if (path.startsWith("/")) {
    return path
      .slice(1)
      .split("/")
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return path
    .replaceAll("[]", ".[]")
    .split(".")
    .filter((step) => step !== "");
}

/** The value at `path`, or undefined. */
export function valueAt(value: unknown, path: string): unknown {
  let current = value;
  for (const step of stepsOf(path)) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
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
