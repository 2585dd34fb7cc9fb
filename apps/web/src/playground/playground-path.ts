interface Chosen {
  readonly app: string;
  readonly action?: string | undefined;
  /** The account to call with, where it is not the default. */
  readonly connection?: number | undefined;
}

/** The address of the playground with an app, an action of it, or an account, chosen. */
export function playgroundPath({ app, action, connection }: Chosen): string {
  const account = connection !== undefined && { connection: String(connection) };
  return `/dashboard/playground?${new URLSearchParams({ app, ...(action && { action }), ...account })}`;
}
