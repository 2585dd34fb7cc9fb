const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** The parts of a request that tell where it comes from. */
export interface RequestSource {
  readonly method: string;
  readonly headers: Headers;
}

/**
 * Whether a request that changes something may come from another site's page: a wrong `Origin` or `Sec-Fetch-Site`, or cookies
 * without an `Origin` to vouch for them. A request with neither cookies nor `Origin` speaks for nobody and passes.
 */
export function isForeignMutation({ method, headers }: RequestSource, webOrigin: string): boolean {
  if (safeMethods.has(method)) return false;
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return true;
  return origin === null ? headers.has("cookie") : origin !== webOrigin;
}
