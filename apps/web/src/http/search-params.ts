/** The query of a page as Next hands it over. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Each parameter once, as text; empty and repeated ones count as left out. */
export async function readSearchParams(params: SearchParams): Promise<Readonly<Record<string, string | undefined>>> {
  const all = Object.entries(await params);
  return Object.fromEntries(
    all.filter(([, value]) => typeof value === "string" && value !== "").map(([name, value]) => [name, String(value)]),
  );
}

/** The query of a page as a query string again, repeated parameters included. */
export function queryOf(params: Awaited<SearchParams>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, one);
  return query.toString();
}
