import { type ListQuery, readListQuery } from "../ui/list-query.ts";

/** What of the list of keys an address asks for, and what to do, as it does where no script opens the dialog. */
export interface KeyAsked {
  readonly query: ListQuery;
  readonly create: boolean;
  readonly edit: string | undefined;
  readonly revoke: string | undefined;
}

/** Reads an address. */
export function keyAsked(params: Readonly<Record<string, string | undefined>>): KeyAsked {
  return {
    query: readListQuery(params),
    create: params.create !== undefined,
    edit: params.edit,
    revoke: params.revoke,
  };
}
