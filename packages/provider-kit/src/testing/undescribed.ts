/** Paths of the properties in a JSON schema that carry no description. */
export function undescribed(schema: unknown, at = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const missing: string[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties" && typeof value === "object" && value !== null) {
      for (const [name, property] of Object.entries(value)) {
        const path = at ? `${at}.${name}` : name;
        const description =
          typeof property === "object" && property !== null ? Reflect.get(property, "description") : "";
        if (typeof description !== "string" || description.length < 3) missing.push(path);
        missing.push(...undescribed(property, path));
      }
    } else if (key !== "default" && key !== "examples") missing.push(...undescribed(value, at));
  }
  return missing;
}
