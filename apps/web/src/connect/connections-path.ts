import { type ListQuery, listPath } from "../ui/list-query.ts";

/** So many connections are on a page. */
export const perPage = 25;

/** Where a person's connections are. */
export const connectionsPath = "/dashboard/connections";

/** The connections in whose names, or in whose app's, a text occurs. */
export function foundPath(search: ListQuery["search"]): string {
  return listPath(connectionsPath, { search, page: 1 });
}
