import { type Key, openPolicy } from "@clawlink/contract";
import { expect, it } from "vitest";
import { findKeys } from "../../src/keys/find-keys.ts";

const key = (id: string, more: Partial<Key>): Key => ({
  id,
  name: "Laptop",
  kind: "openclaw",
  hint: "abcd",
  policy: openPolicy,
  createdAt: "2026-11-01T00:00:00.000Z",
  lastUsedAt: null,
  ...more,
});
const keys = [
  key("1", { name: "Work LAPTOP" }),
  key("2", { name: "Build", kind: "mcp_oauth", lastUsedClient: "Cursor" }),
  key("3", { name: "Nightly", kind: "manual", hint: "x9Zq" }),
];
const found = (search?: string) => findKeys(keys, search).map(({ id }) => id);

it("finds a key by its name, its kind, its last characters and the program that used it; all of them without a search", () => {
  expect(found()).toEqual(["1", "2", "3"]);
  expect(found("laptop")).toEqual(["1"]);
  expect(found("MCP client")).toEqual(["2"]);
  expect(found("cursor")).toEqual(["2"]);
  expect(found("x9zq")).toEqual(["3"]);
  expect(found("nobody")).toEqual([]);
});
