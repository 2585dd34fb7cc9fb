import { describe, expect, it } from "vitest";
import { fingerprint } from "../src/fingerprint.ts";

const files = [{ pointer: "p", md5: "AA" }];

describe("two calls are the same", () => {
  it("whatever the order of their arguments, and whether a field is left out or undefined", async () => {
    expect(await fingerprint("t", { a: 1, b: { c: [1, 2], d: null } }, 1, [])).toBe(
      await fingerprint("t", { b: { d: null, c: [1, 2] }, a: 1, e: undefined }, 1, []),
    );
    expect(await fingerprint("t", {}, null, files)).toBe(
      await fingerprint("t", {}, null, [{ pointer: "p", md5: "aa" }]),
    );
  });

  it.each([
    ["another tool", ["u", { a: 1 }, 1, files]],
    ["another argument", ["t", { a: 2 }, 1, files]],
    ["text for a number", ["t", { a: "1" }, 1, files]],
    ["a list for a value", ["t", { a: [1] }, 1, files]],
    ["null for nothing", ["t", { a: 1, b: null }, 1, files]],
    ["another connection", ["t", { a: 1 }, 2, files]],
    ["no connection", ["t", { a: 1 }, null, files]],
    ["another file", ["t", { a: 1 }, 1, [{ pointer: "p", md5: "bb" }]]],
    ["no file", ["t", { a: 1 }, 1, []]],
  ] as const)("but not with %s", async (_what, [tool, input, connection, sent]) => {
    expect(await fingerprint(tool, input, connection, sent)).not.toBe(await fingerprint("t", { a: 1 }, 1, files));
  });

  it("and keeps the order of lists apart", async () => {
    expect(await fingerprint("t", { a: [1, 2] }, 1, [])).not.toBe(await fingerprint("t", { a: [2, 1] }, 1, []));
  });
});
