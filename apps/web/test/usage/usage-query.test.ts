import { describe, expect, it } from "vitest";
import { datesOf } from "../../src/usage/ranges.ts";
import { readUsageQuery } from "../../src/usage/read-usage-query.ts";
import { exportPath, isFiltered, unfilteredPath, usagePath } from "../../src/usage/usage-path.ts";
import { usageScope } from "../../src/usage/usage-scope.ts";

const parametersOf = (path: string) => Object.fromEntries(new URL(path, "https://claw.example").searchParams);

describe("the address of Usage", () => {
  const params = {
    everybody: "1",
    integration: "gmail",
    action: "send_email",
    status: "failed",
    device: "key_1",
    connection: "7",
    search: "a & b",
    from: "2026-11-01",
    to: "2026-11-20",
  };

  it("holds every filter, and reads back the same", () => {
    const query = readUsageQuery(params);
    expect(parametersOf(usagePath(query, "17.abc"))).toEqual({ ...params, cursor: "17.abc" });
    expect(parametersOf(exportPath(query, "csv"))).toEqual({ ...params, format: "csv" });
    expect(parametersOf(usagePath(readUsageQuery({ range: "30d" })))).toEqual({ range: "30d" });
  });

  it("leaves out what cannot be read instead of failing", () => {
    const query = readUsageQuery({
      status: "sideways",
      from: "soon",
      limit: "9999",
      range: "forever",
      search: "x".repeat(500),
    });
    expect(isFiltered(query)).toBe(false);
    expect(query.limit).toBe(50);
    expect(query.range).toBeUndefined();
  });

  it("is bare without filters, and keeps the time and whose calls they are when filters go", () => {
    expect(usagePath(readUsageQuery({}))).toBe("/dashboard/usage");
    const query = readUsageQuery({ range: "90d", everybody: "1", status: "failed" });
    expect(isFiltered(query)).toBe(true);
    expect(parametersOf(unfilteredPath(query))).toEqual({ range: "90d", everybody: "1" });
  });
});

describe("the time Usage is about", () => {
  const now = Date.UTC(2026, 10, 23, 10, 20);

  it("is the named range, which begins on the hour or the day", () => {
    expect(datesOf({ range: "24h" }, now)).toEqual({ from: "2026-11-22T11:00:00.000Z", to: undefined });
    expect(datesOf({}, now)).toEqual({ from: "2026-11-16T11:00:00.000Z", to: undefined });
    expect(datesOf({ range: "30d" }, now)).toEqual({ from: "2026-10-25T00:00:00.000Z", to: undefined });
    expect(datesOf({ range: "90d" }, now)).toEqual({ from: "2026-08-26T00:00:00.000Z", to: undefined });
  });

  it("is what the dates say, where there are any", () => {
    expect(datesOf({ range: "90d", to: "2026-11-01" }, now)).toEqual({ from: undefined, to: "2026-11-01" });
  });
});

describe("whose calls are shown", () => {
  it("is everybody's only to an operator who asks", () => {
    expect(usageScope({ id: "A", role: "operator" }, true)).toBe("everybody");
    expect(usageScope({ id: "A", role: "operator" }, false)).toEqual({ userId: "A" });
    expect(usageScope({ id: "B", role: "user" }, true)).toEqual({ userId: "B" });
  });
});
