import { SQLitePreparedQuery } from "drizzle-orm/sqlite-core";

/**
 * Keeps the values a query was given out of the error it fails with: drizzle writes them into its message, and so e-mail addresses, sealed
 * records and session tokens into whatever logs the error. This is the one place that is handed both (drizzle-orm 0.45, session.js).
 */
export function hideParameters(): void {
  const queries: object = SQLitePreparedQuery.prototype;
  const run: unknown = Reflect.get(queries, "queryWithCache");
  if (typeof run !== "function") throw new Error("drizzle names what runs a query otherwise: see hide-parameters.ts.");
  const hidden = function (this: unknown, text: string, _parameters: unknown, ...rest: unknown[]): unknown {
    return Reflect.apply(run, this, [text, [], ...rest]);
  };
  Reflect.set(queries, "queryWithCache", hidden);
}
