import { expect, it } from "vitest";
import { listFields, listPath, readListQuery } from "../../src/ui/list-query.ts";

it("reads from an address what can be meant, and writes it back", () => {
  expect(readListQuery({ search: "  ada & <b> ", page: "3" })).toEqual({ search: "ada & <b>", page: 3 });
  for (const page of ["0", "-1", "x", "1e9", undefined]) expect(readListQuery({ page }).page).toBe(1);
  expect(listPath("/list", { search: undefined, page: 1 })).toBe("/list");
  expect(listPath("/list#part", { search: "a&b", page: 2 })).toBe("/list?search=a%26b&page=2#part");
  expect(listFields({ search: undefined, page: 1 })).toEqual({});
  expect(listFields({ search: "a&b", page: 2 })).toEqual({ search: "a&b", page: 2 });
});
