/** The query of a page as Next hands it over. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Each parameter once, as text; empty and repeated ones count as left out. */
export async function readSearchParams(params: SearchParams): Promise<Readonly<Record<string, string | undefined>>> {
  const all = Object.entries(await params);
  return Object.fromEntries(
    all.filter(([, value]) => typeof value === "string" && value !== "").map(([name, value]) => [name, String(value)]),
  );
}
