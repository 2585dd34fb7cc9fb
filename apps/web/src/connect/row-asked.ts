import { type ListQuery, readListQuery } from "../ui/list-query.ts";

/** What of a list of accounts an address asks for, and about which row, as it does where no script opens the dialog. */
export interface RowAsked {
  readonly path: string;
  readonly query: ListQuery;
  readonly rename: string | undefined;
  readonly remove: string | undefined;
}

/** Reads an address at `path`. */
export function rowAsked(path: string, params: Readonly<Record<string, string | undefined>>): RowAsked {
  return { path, query: readListQuery(params), rename: params.rename, remove: params.remove };
}
