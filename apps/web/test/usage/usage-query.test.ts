import { describe, expect, it } from "vitest";
import { readUsageQuery } from "../../src/usage/read-usage-query.ts";
import { isFiltered, usagePath } from "../../src/usage/usage-path.ts";

describe("the address of Usage", () => {
  it("holds every filter, and reads back the same", () => {
    const params = {
      integration: "gmail",
      action: "send_email",
      status: "failed",
      device: "key_1",
      connection: "7",
      search: "a & b",
      from: "2026-11-01",
      to: "2026-11-20",
    };
    const path = usagePath(readUsageQuery(params), "17.abc");
    const read = Object.fromEntries(new URL(path, "https://claw.example").searchParams);
    expect(read).toEqual({ ...params, cursor: "17.abc" });
  });

  it("leaves out what cannot be read instead of failing", () => {
    const query = readUsageQuery({ status: "sideways", from: "soon", limit: "9999", search: "x".repeat(500) });
    expect(isFiltered(query)).toBe(false);
    expect(query.limit).toBe(50);
  });

  it("is bare without filters", () => {
    expect(usagePath(readUsageQuery({}))).toBe("/dashboard/usage");
  });
});
