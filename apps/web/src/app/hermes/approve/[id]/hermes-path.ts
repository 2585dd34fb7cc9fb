/** The page on which a Hermes agent is let in. */
export function hermesPath(id: string): string {
  return `/hermes/approve/${encodeURIComponent(id)}`;
}
