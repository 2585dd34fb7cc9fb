/** So many connections are on a page. */
export const perPage = 25;

/** What of one's connections is looked at; it lives in the address. */
export interface ConnectionsQuery {
  readonly search: string | undefined;
  /** From 1. */
  readonly page: number;
}

/** Reads an address; whatever it cannot mean is left out. */
export function readConnectionsQuery(params: Readonly<Record<string, string | undefined>>): ConnectionsQuery {
  const search = params.search?.trim().slice(0, 200) || undefined;
  const page = Math.floor(Number(params.page));
  return { search, page: page >= 1 && page <= 10_000 ? page : 1 };
}

/** The address of a page of connections. */
export function connectionsPath({ search, page }: ConnectionsQuery): string {
  const params = new URLSearchParams();
  if (search) params.set("search", search);
  if (page > 1) params.set("page", String(page));
  return `/dashboard/connections${params.size > 0 ? `?${params}` : ""}`;
}
