import type { Bindings } from "../src/environment.ts";

/** The same bindings; what the cells, D1 and KV are asked by them is noted, in order. */
export function watchBindings<B extends Bindings>(given: B): { bindings: B; calls: string[] } {
  const calls: string[] = [];
  const watched = <T extends object>(target: T, name: string): T =>
    new Proxy(target, {
      get(object, property) {
        const value: unknown = Reflect.get(object, property);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          calls.push(`${name}.${String(property)}`);
          return Reflect.apply(value, object, args);
        };
      },
    });
  const ACCOUNTS = new Proxy(given.ACCOUNTS, {
    get(object, property) {
      const value: unknown = Reflect.get(object, property);
      if (property === "getByName") return (name: string) => watched(object.getByName(name), "cell");
      return typeof value === "function" ? value.bind(object) : value;
    },
  });
  const bindings = { ...given, ACCOUNTS, DB: watched(given.DB, "d1"), CREDENTIALS: watched(given.CREDENTIALS, "kv") };
  return { bindings, calls };
}
