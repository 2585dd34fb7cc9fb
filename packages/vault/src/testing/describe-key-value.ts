import { describe, expect, it } from "vitest";
import type { KeyValue } from "../store.ts";

/** The contract of the `KeyValue` port, to be run on every adapter. */
export function describeKeyValue(name: string, make: () => KeyValue): void {
  describe(`the KeyValue port on ${name}`, () => {
    it("gives back exactly what was put", async () => {
      const kv = make();
      const value = "v1.k.ÄÖ\u0000🔑".repeat(1000);
      await kv.put("contract/exact", value);
      expect(await kv.get("contract/exact")).toBe(value);
    });

    it("keeps keys apart that differ in one segment", async () => {
      const kv = make();
      await kv.put("contract/1/11", "left");
      await kv.put("contract/11/1", "right");
      expect(await kv.get("contract/1/11")).toBe("left");
      expect(await kv.get("contract/11/1")).toBe("right");
    });

    it("answers null for a key never put and for one deleted, and deletes a missing key without complaint", async () => {
      const kv = make();
      expect(await kv.get("contract/never")).toBeNull();
      await kv.put("contract/gone", "x");
      await kv.delete("contract/gone");
      await kv.delete("contract/gone");
      expect(await kv.get("contract/gone")).toBeNull();
    });

    it("keeps a value with a life of a minute for now and refuses a shorter life", async () => {
      const kv = make();
      await kv.put("contract/minute", "x", { expirationTtl: 60 });
      expect(await kv.get("contract/minute")).toBe("x");
      await expect(kv.put("contract/short", "x", { expirationTtl: 1 })).rejects.toThrow();
    });
  });
}
