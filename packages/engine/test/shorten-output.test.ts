import { describe, expect, it } from "vitest";
import { shortenOutput } from "../src/shorten-output.ts";

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
const issue = (number: number, length: number) => ({ number, title: `Issue ${number}`, body: "x".repeat(length) });

describe("an output", () => {
  it.each([
    ["nothing", null],
    ["a word", "word"],
    ["a short list", [1, 2, 3]],
  ])("that is small stays as it is: %s", (_, output) => {
    expect(shortenOutput(output)).toEqual({ data: output, shortened: null });
  });

  it("with one long text keeps as much of it as fits", () => {
    const { data, shortened } = shortenOutput({ id: "1", text: "y".repeat(50_000) });
    expect(data).toEqual({ id: "1", text: `${"y".repeat(7_000)}… [43000 more characters]` });
    expect(shortened).toMatchObject({ textsCut: 1, itemsLeftOut: 0 });
    expect(shortened?.sizeBytes).toBeGreaterThan(50_000);
  });

  it("with many long texts keeps every item, with the beginning of each", () => {
    const { data, shortened } = shortenOutput({ issues: Array.from({ length: 20 }, (_, at) => issue(at, 3_000)) });
    expect(data).toMatchObject({ issues: { length: 20 } });
    expect(shortened).toMatchObject({ textsCut: 20, itemsLeftOut: 0 });
    expect(bytes(data)).toBeLessThanOrEqual(9_000);
  });

  it("of very many items loses the last ones, and says how many", () => {
    const { data, shortened } = shortenOutput({ rows: Array.from({ length: 2_000 }, (_, at) => issue(at, 10)) });
    const left = 2_000 - (shortened?.itemsLeftOut ?? 0);
    expect(data).toMatchObject({ rows: { length: left, 0: { number: 0 } } });
    expect(left).toBeGreaterThan(20);
    expect(bytes(data)).toBeLessThanOrEqual(9_000);
  });

  it("is counted in bytes, and no character is cut in two", () => {
    const { data } = shortenOutput({ text: "🎉".repeat(10_000) });
    expect(bytes(data)).toBeLessThanOrEqual(9_000);
    expect(JSON.stringify(data)).not.toMatch(/\\ud83c(?!\\u)/i);
  });

  it("keeps the lists and texts around the large one", () => {
    const { data } = shortenOutput({ next: "cursor", large: "z".repeat(20_000), labels: ["a", "b"] });
    expect(data).toMatchObject({ next: "cursor", labels: ["a", "b"] });
  });
});
