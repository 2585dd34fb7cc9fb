import { describe, expect, it } from "vitest";
import { axisMarks } from "#usage/axis-marks.ts";

const hourMs = 3_600_000;
const step = (startsAt: number) => ({ startsAt, outcomes: null, latency: null });
const stepsTo = (end: string, stepMs: number, count: number) =>
  Array.from({ length: count }, (_, index) => step(Date.parse(end) - (count - 1 - index) * stepMs));
const labels = (...of: Parameters<typeof axisMarks>) => axisMarks(...of).map(({ label }) => label);

describe("what is written under a chart", () => {
  it("is round hours for a day", () => {
    const marks = axisMarks(stepsTo("2026-11-29T09:00Z", hourMs, 24), "hour");
    expect(marks.map(({ label }) => label)).toEqual(["12:00", "18:00", "0:00", "6:00"]);
    expect(marks[0]?.at).toBeCloseTo(2.5 / 24);
  });

  it("is midnights for a week of hours", () => {
    expect(labels(stepsTo("2026-11-29T09:00Z", hourMs, 7 * 24), "hour")).toEqual([
      "Nov 23",
      "Nov 25",
      "Nov 27",
      "Nov 29",
    ]);
  });

  it("ends today for days, and fits on a telephone", () => {
    for (const [count, first] of [
      [30, "Nov 1"],
      [90, "Sep 6"],
      [365, "Feb 10"],
    ] as const) {
      const marks = labels(stepsTo("2026-11-29T00:00Z", 24 * hourMs, count), "day");
      expect(marks.at(-1)).toBe("Nov 29");
      expect(marks[0]).toBe(first);
      expect(marks.length).toBeLessThanOrEqual(6);
    }
  });

  it("is nothing without steps, and one word for one", () => {
    expect(axisMarks([], "day")).toEqual([]);
    expect(labels([step(Date.parse("2026-11-29T00:00Z"))], "day")).toEqual(["Nov 29"]);
  });
});
