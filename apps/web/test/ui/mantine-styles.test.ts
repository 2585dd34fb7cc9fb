import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const source = join(import.meta.dirname, "../../src");
const styles = readdirSync(join(import.meta.dirname, "../../node_modules/@mantine/core/styles"));
const sent = readFileSync(join(source, "ui/mantine-styles.ts"), "utf8");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const used = files.flatMap((file) =>
  [...readFileSync(join(source, file), "utf8").matchAll(/import \{([^}]+)\} from "@mantine\/core"/g)].flatMap(
    ([, names = ""]) => names.split(",").map((name) => name.trim()),
  ),
);

describe("the styles of Mantine that are sent", () => {
  it("hold every part a page uses", () => {
    const needed = new Set(used.map((name) => `${name}.css`).filter((file) => styles.includes(file)));
    expect(needed.size).toBeGreaterThan(5);
    expect([...needed].filter((file) => !sent.includes(`styles/${file}"`))).toEqual([]);
  });

  it("hold each part once", () => {
    const lines = sent.match(/^import .*$/gm) ?? [];
    expect(new Set(lines).size).toBe(lines.length);
  });
});
