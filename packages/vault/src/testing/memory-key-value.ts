import type { KeyValue } from "../store.ts";

/** A `KeyValue` in memory that remembers what it was asked, in order. */
export function memoryKeyValue(now: () => number = Date.now): KeyValue & { readonly asked: string[] } {
  const values = new Map<string, { value: string; expiresAt: number }>();
  const asked: string[] = [];
  return {
    asked,
    async get(key) {
      asked.push(`get ${key}`);
      const entry = values.get(key);
      return entry && entry.expiresAt > now() ? entry.value : null;
    },
    async put(key, value, { expirationTtl } = {}) {
      asked.push(`put ${key}`);
      if (expirationTtl !== undefined && expirationTtl < 60)
        throw new RangeError("expirationTtl is 60 seconds or more");
      values.set(key, { value, expiresAt: expirationTtl === undefined ? Infinity : now() + expirationTtl * 1000 });
    },
    async delete(key) {
      asked.push(`delete ${key}`);
      values.delete(key);
    },
  };
}
