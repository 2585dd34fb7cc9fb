import type { Bindings } from "../environment.ts";
import type { Account } from "./account.ts";

/** The public methods of an account's cell. */
export type AccountCell = Pick<
  Account,
  | "begin"
  | "finish"
  | "again"
  | "refresh"
  | "refreshAhead"
  | "identify"
  | "connection"
  | "connectDenial"
  | "billingStatus"
  | "planChanged"
  | "setDisabled"
  | "createKey"
  | "revokeKey"
  | "changeKey"
  | "exchangePairing"
  | "approveHermes"
  | "approveAuthorization"
  | "answerTokenRequest"
  | "keyOfToken"
  | "saveConnection"
  | "renameConnection"
  | "makeDefaultConnection"
  | "removeConnection"
  | "findExecution"
  | "decideExecution"
  | "findWaiting"
  | "expectMessage"
  | "takeMessage"
  | "putMessage"
  | "dropMessage"
  | "flush"
  | "deleteAccount"
>;

/** Whether something is a result the platform wants given back. */
function isDisposable(value: unknown): value is Disposable {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, Symbol.dispose) === "function";
}

/** The stub's method, its result given back at once: it is plain data, and an undisposed one holds its session until it is collected. */
function released(stub: object, property: string | symbol): unknown {
  const method: unknown = Reflect.get(stub, property);
  if (typeof method !== "function") return method;
  return async (...args: unknown[]) => {
    const result: unknown = await Reflect.apply(method, stub, args);
    if (isDisposable(result)) result[Symbol.dispose]();
    return result;
  };
}

/**
 * The cell of an account. The stub answers every public method with a promise of its result, which are plain data; the platform's own
 * type of it turns `unknown` fields into `never`, so this names the interface once. Callers must not keep the stub across requests.
 */
export function cellOf(bindings: Pick<Bindings, "ACCOUNTS">, accountId: string): AccountCell {
  const stub = bindings.ACCOUNTS.getByName(accountId);
  const cell: unknown = new Proxy(stub, { get: released });
  return cell as AccountCell;
}
