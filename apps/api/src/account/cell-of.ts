import type { Bindings } from "../environment.ts";
import type { Account } from "./account.ts";

/** The public methods of an account's cell. */
export type AccountCell = Pick<
  Account,
  | "begin"
  | "finish"
  | "again"
  | "refresh"
  | "identify"
  | "connections"
  | "createKey"
  | "revokeKey"
  | "changeKey"
  | "exchangePairing"
  | "approveHermes"
  | "saveConnection"
  | "renameConnection"
  | "makeDefaultConnection"
  | "removeConnection"
  | "findExecution"
  | "decideExecution"
  | "flush"
>;

/**
 * The cell of an account. The stub answers every public method with a promise of its result, which are plain data; the platform's own
 * type of it turns `unknown` fields into `never`, so this names the interface once. Callers must not keep the stub across requests.
 */
export function cellOf(bindings: Pick<Bindings, "ACCOUNTS">, accountId: string): AccountCell {
  const stub: unknown = bindings.ACCOUNTS.get(bindings.ACCOUNTS.idFromName(accountId));
  return stub as AccountCell;
}
