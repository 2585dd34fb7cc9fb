import { describe, expect, it } from "vitest";
import { queryOf } from "../../src/http/search-params.ts";

describe("queryOf", () => {
  it("gives back what was asked, repeated and odd parameters included", () => {
    const text = "client_id=https%3A%2F%2Fa.example%2Fc&resource=x&resource=y&state=a%26b&empty=";
    const asked = new URLSearchParams(text);
    const params = {
      client_id: asked.get("client_id") ?? "",
      resource: ["x", "y"],
      state: "a&b",
      empty: "",
      none: undefined,
    };
    expect(queryOf(params)).toBe(text);
  });
});
