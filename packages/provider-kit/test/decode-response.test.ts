import { describe, expect, it } from "vitest";
import { decodeResponse } from "../src/index.ts";

const decode = (body: string, type: string | null, as: "json" | "text" | "bytes" = "json", status = 200) =>
  decodeResponse(status, new Headers(type ? { "Content-Type": type } : {}), new TextEncoder().encode(body), as);

describe("decodeResponse", () => {
  it("reads JSON by its type, suffixes included, or by its look", () => {
    expect(decode('"x"', "application/json; charset=utf-8").body).toBe("x");
    expect(decode("12", "application/vnd.api+json").body).toBe(12);
    expect(decode(' {"a":1}', null).body).toEqual({ a: 1 });
  });

  it("keeps text that is not JSON, even when it says it is", () => {
    expect(decode("<html>502</html>", "text/html").body).toBe("<html>502</html>");
    expect(decode("{broken", "application/json").body).toBe("{broken");
    expect(decode("[1] and more", "text/plain").body).toBe("[1] and more");
  });

  it("is null when empty", () => {
    expect(decode("", "application/json").body).toBeNull();
    expect(decode("  \n", "application/json").body).toBeNull();
  });

  it("ignores a byte order mark", () => {
    expect(decode('\ufeff{"a":1}', "application/json").body).toEqual({ a: 1 });
  });

  it("gives text and bytes as they are on success, and still reads errors", () => {
    expect(decode('{"a":1}', "application/json", "text").body).toBe('{"a":1}');
    expect(Array.from(decode("ab", null, "bytes").bytes ?? [])).toEqual([97, 98]);
    expect(decode('{"error":"no"}', "application/json", "bytes", 404)).toMatchObject({ body: { error: "no" } });
    expect(decode('{"error":"no"}', "application/json", "text", 404).body).toEqual({ error: "no" });
  });

  it("lower-cases header names", () => {
    expect(decode("", "text/plain").headers).toEqual({ "content-type": "text/plain" });
  });
});
