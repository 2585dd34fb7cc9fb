const prefix = "credential-";

/** What a field of an app is called in the form; an app may call it as the form calls its own. */
export function fieldName(name: string): string {
  return prefix + name;
}

/** The session, and what was typed into the fields of its app. */
export function readCredentials(form: FormData): Record<string, unknown> {
  const typed = [...form].filter(([name]) => name.startsWith(prefix));
  return {
    token: form.get("token"),
    fields: Object.fromEntries(typed.map(([name, text]) => [name.slice(prefix.length), text])),
  };
}
