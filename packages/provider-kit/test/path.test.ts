import { describe, expect, it } from "vitest";
import { headerValue, path, segments, UnsafeInput } from "../src/index.ts";

describe("path", () => {
  it("encodes what would change the URL", () => {
    expect(path`/repos/${"a b"}/${"x/y?z#"}`).toBe("/repos/a%20b/x%2Fy%3Fz%23");
    expect(path`/n/${42}/end`).toBe("/n/42/end");
    expect(path`/mail/${"zoë@example.com"}`).toBe("/mail/zo%C3%AB%40example.com");
  });

  it.each(["", ".", "..", "%2e", "%2E%2e", ".%2E", "%2e."])("refuses %j as a segment", (value) => {
    expect(() => path`/a/${value}/b`).toThrow(UnsafeInput);
  });

  it.each(["a\u0000b", "a\nb", "a\rb", "a\u007fb", "\t"])("refuses control characters: %j", (value) => {
    expect(() => path`/a/${value}`).toThrow(UnsafeInput);
  });

  it("leaves dots inside a name alone", () => {
    expect(path`/f/${"...."}/${"v1..2"}/${".gitignore"}`).toBe("/f/..../v1..2/.gitignore");
  });

  it("refuses half a surrogate pair, which no URL can hold", () => {
    expect(() => path`/a/${"\ud800"}`).toThrow(UnsafeInput);
  });

  it("keeps the slashes of segments and checks each", () => {
    expect(path`/contents/${segments("/src/a b.ts")}`).toBe("/contents/src/a%20b.ts");
    for (const climb of ["a/../b", "a/./b", "a//b", "a/%2e%2E/b", "a/"])
      expect(() => path`/contents/${segments(climb)}`).toThrow(UnsafeInput);
  });
});

describe("headerValue", () => {
  it("refuses whatever would start another header", () => {
    for (const text of ["a\r\nb: c", "a\nb", "a\rb", "a\u0000"]) expect(() => headerValue(text)).toThrow(UnsafeInput);
    expect(headerValue("plain; q=1")).toBe("plain; q=1");
  });
});
