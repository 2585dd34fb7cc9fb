/** Where a key was used from, as coarse as is of use: what the program calls itself, and a country. */
export interface CalledFrom {
  readonly client: string | null;
  /** ISO 3166-1 alpha-2, as Cloudflare says it. */
  readonly country: string | null;
}

/** The first product of a `User-Agent` (RFC 9110 section 10.1.5); comments, which may say much of a machine, are left out. */
const product = /^([A-Za-z0-9][\w.+@-]{0,38})(?:\/([\w.+-]{1,20}))?(?=$|[\s(])/;

/** Where a request came from; its address is not among it. */
export function calledFrom(request: Request): CalledFrom {
  const [, name, version] = product.exec(request.headers.get("user-agent") ?? "") ?? [];
  const country = request.headers.get("cf-ipcountry") ?? "";
  const client = name === "Mozilla" ? "A browser" : name && [name, version].filter(Boolean).join(" ");
  return { client: client ?? null, country: /^[A-Z]{2}$/.test(country) && country !== "XX" ? country : null };
}
