/** What of a long list is looked at; it lives in the address. */
export interface ListQuery {
  readonly search: string | undefined;
  /** From 1. */
  readonly page: number;
}

/** Reads an address; whatever it cannot mean is left out. */
export function readListQuery(params: Readonly<Record<string, string | undefined>>): ListQuery {
  const search = params.search?.trim().slice(0, 200) || undefined;
  const page = Math.floor(Number(params.page));
  return { search, page: page >= 1 && page <= 10_000 ? page : 1 };
}

/** What an address says of a list, as fields of a form. */
export function listFields({ search, page }: ListQuery): Record<string, string | number> {
  return { ...(search && { search }), ...(page > 1 && { page }) };
}

/** The address of a page of the list at `path`, which may end in the name of a place on it. */
export function listPath(path: string, { search, page }: ListQuery): string {
  const [before, place] = path.split("#");
  const params = new URLSearchParams();
  if (search) params.set("search", search);
  if (page > 1) params.set("page", String(page));
  return `${before}${params.size > 0 ? `?${params}` : ""}${place ? `#${place}` : ""}`;
}
