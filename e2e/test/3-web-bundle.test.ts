import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const folders: string[] = [];

/** Everything wrangler would upload for a worker, and what it says of its bindings. */
function uploadOf(config: string): { code: string; said: string } {
  const folder = mkdtempSync(join(tmpdir(), "clawlink-upload-"));
  folders.push(folder);
  const said = execFileSync("wrangler", ["deploy", "--dry-run", "-c", config, "--outdir", folder], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(js|mjs|cjs)$/.test(file),
  );
  return { code: files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n"), said };
}

/** What Cloudflare's free plan takes, in KiB of gzip. */
const largestKib = 3_072;
const gzipKib = (said: string) => Number(/gzip: ([\d.]+) KiB/.exec(said)?.[1]);

/** What only code that opens records holds: the name of the opening key, and the words of a record that does not open. */
const openingMarks = ["VAULT_PRIVATE_KEYS", "A stored credential could not be opened."];

describe("what is uploaded", () => {
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it("of clawlink-web is within the free plan's size, can seal and holds neither an opening key nor code to open with; of clawlink, it does", () => {
    const web = uploadOf("wrangler.web.toml");
    const api = uploadOf("wrangler.api.toml");
    expect(openingMarks.map((mark) => [web.code.includes(mark), api.code.includes(mark)])).toEqual(
      openingMarks.map(() => [false, true]),
    );
    expect(gzipKib(web.said)).toBeLessThan(largestKib);
    expect([web.code.includes("VAULT_PUBLIC_KEY"), web.said.includes("VAULT_PRIVATE_KEYS")]).toEqual([true, false]);
  });
});
