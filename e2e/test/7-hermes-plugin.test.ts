import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { openBrowser } from "../src/browser.ts";
import { newPerson } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { runProgram } from "../src/run-program.ts";
import { remember } from "../src/seen.ts";

const product = inject("product");
const plugin = join(import.meta.dirname, "../../packages/hermes-plugin");
const config = "# mine\nmcp_servers:\n  other:\n    command: x  # keep\nmodel: y\n";

let browser: Browser;
let home: string;

beforeAll(async () => {
  browser = await openBrowser();
  home = await mkdtemp(join(tmpdir(), "clawlink-e2e-hermes-"));
  await writeFile(join(home, "config.yaml"), config);
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

/** `hermes clawlink <name>`, without Hermes. */
const hermes = (name: string) =>
  runProgram(
    ["python3", "-B", "-c", `import sys, commands; sys.exit(commands.run(${JSON.stringify(name)}))`],
    { HERMES_HOME: home, CLAWLINK_BASE_URL: product.webOrigin },
    plugin,
  ).ended;

describe("the Hermes plugin", () => {
  it("begins, waits for the person, installs a key that works, and keeps the rest of the file", async () => {
    const { page } = await newPerson(browser, product);
    onTestFailed(picture(page, "hermes-plugin"));
    const begun = await hermes("begin");
    const link = /https?:\/\/\S+\/hermes\/approve\/\S+/.exec(begun.out)?.[0] ?? "";
    expect([begun.code, (await hermes("finish")).code]).toEqual([0, 1]);
    await page.goto(link);
    await press(page.getByRole("button", { name: "Approve" }));
    await expect.poll(async () => (await hermes("finish")).code, { timeout: 20_000 }).toBe(0);

    const text = await readFile(join(home, "config.yaml"), "utf8");
    const key = /x-clawlink-api-key: "([^"]+)"/.exec(text)?.[1] ?? "";
    await remember(product, "an agent key", key);
    for (const line of config.trim().split("\n")) expect(text.split("\n")).toContain(line);
    expect([(await hermes("test")).code, (await hermes("status")).code]).toEqual([0, 0]);
    expect((await hermes("begin")).out).toContain("works");
  });
});
