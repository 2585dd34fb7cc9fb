/** Where people land when they were not on their way anywhere. */
export const homePath = "/dashboard/connections";

/** Where a new account begins. */
export const firstPath = "/dashboard/install";

/**
 * The path to go to after signing in, when `text` is a path of this site; else `home`. Read as browsers do: `\` is `/`, tabs and
 * line breaks vanish, so `/\host` and `/	/host` would lead away (WHATWG URL, section 4.4).
 */
export function nextPath(text: string | undefined, home = homePath): string {
  if (!text?.startsWith("/")) return home;
  const base = "https://clawlink.invalid";
  if (!URL.canParse(text, base)) return home;
  const url = new URL(text, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return home;
  return url.pathname + url.search + url.hash;
}

/** The address of the sign-in page that leads back to `path`. */
export function signInPath(path: string): string {
  return `/sign-in?next=${encodeURIComponent(path)}`;
}
