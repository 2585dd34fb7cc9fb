/** What a button that connects says: the app, and of which row of it, to reconnect that one. */
export function wantedValue(integration: string, connectionId: number | null = null): string {
  return connectionId === null ? integration : `${integration}/${connectionId}`;
}

/** The same, read from the form such a button sends. */
export function readWanted(form: FormData) {
  const [integration, connectionId = null] = String(form.get("wanted")).split("/");
  return { integration, connectionId };
}
