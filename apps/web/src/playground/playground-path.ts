/** The address of the playground with an app, or an action of it, chosen. */
export function playgroundPath({ app, action }: { readonly app: string; readonly action?: string }): string {
  return `/dashboard/playground?${new URLSearchParams({ app, ...(action && { action }) })}`;
}
