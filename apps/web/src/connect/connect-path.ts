/** The page on which an app is connected. */
export function connectPath(slug: string, token: string): string {
  return `/connect/${encodeURIComponent(slug)}?session=${encodeURIComponent(token)}`;
}
