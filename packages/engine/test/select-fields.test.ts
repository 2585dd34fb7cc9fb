import { describe, expect, it } from "vitest";
import { selectFields, valueAt } from "../src/index.ts";

const value = { items: [{ id: 1, a: { b: "x" } }, { id: 2 }], "a/b": { "m~n": 3 }, "": 4, total: 2, none: null };

describe("valueAt", () => {
  it.each([
    ["", value],
    ["/items/1/id", 2],
    ["items.1.id", 2],
    ["items[1].id", 2],
    ["items[].id", [1, 2]],
    ["items[]", value.items],
    ["/a~1b/m~0n", 3],
    ["/", 4],
    ["none", null],
    ["items.0.a.b", "x"],
    ["items.length", 2],
  ])("%j is what it names", (path, expected) => expect(valueAt(value, path)).toEqual(expected));

  it.each([
    "nothing",
    "/nothing",
    "items.9",
    "items[9].id",
    "total.x",
    "none.x",
    "constructor",
    "__proto__",
    "items.map",
    "/items/01x",
  ])("%j is nothing", (path) => expect(valueAt(value, path)).toBeUndefined());

  it("reads ~01 as ~1, not as a slash (RFC 6901 section 4)", () => {
    expect(valueAt({ "~1": "right", "/": "wrong" }, "/~01")).toBe("right");
  });
});

describe("selectFields", () => {
  it.each([
    [["total"], { total: 2 }],
    [["items.id"], { items: [{ id: 1 }, { id: 2 }] }],
    [["items[].id", "total"], { items: [{ id: 1 }, { id: 2 }], total: 2 }],
    [["/items/id"], { items: [{ id: 1 }, { id: 2 }] }],
    [["items[].a.b"], { items: [{ a: { b: "x" } }, {}] }],
    [["/a~1b/m~0n"], { "a/b": { "m~n": 3 } }],
    [["items.id", "items.a"], { items: [{ id: 1, a: { b: "x" } }, { id: 2 }] }],
    [["items", "items.id"], { items: value.items }],
    [["nothing"], {}],
    [["none"], { none: null }],
  ])("%j keeps what is named and leaves out the rest", (fields, expected) => {
    expect(JSON.parse(JSON.stringify(selectFields(value, fields)))).toEqual(expected);
  });

  it("enters a list at the top", () => {
    expect(selectFields([{ id: 1, x: 2 }, { id: 3 }], ["id"])).toEqual([{ id: 1 }, { id: 3 }]);
    expect(selectFields([{ id: 1, x: 2 }], ["[].id"])).toEqual([{ id: 1 }]);
  });

  it("does not change what it is given, nor any prototype", () => {
    const given = JSON.parse('{"__proto__":{"polluted":1},"a":{"b":1,"c":2}}');
    const before = JSON.stringify(given);
    selectFields(given, ["__proto__.polluted", "a.b"]);
    expect(JSON.stringify(given)).toBe(before);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});
