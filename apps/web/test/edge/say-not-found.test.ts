import { describe, expect, it } from "vitest";
import { sayNotFound } from "../../src/edge/say-not-found.ts";

const empty = '<!DOCTYPE html><html id="__next_error__"><head></head><body><script src="/x.js"></script></body></html>';
const full = '<!DOCTYPE html><html lang="en"><body><h1>Page not found</h1></body></html>';
const answered = async (text: string, status = 404, type = "text/html; charset=utf-8") =>
  await sayNotFound(new Response(text, { status, headers: { "content-type": type, "x-own": "kept" } }));

describe("a page that is not there", () => {
  it("says so to a browser without scripts, and is else as Next sent it", async () => {
    const response = await answered(empty);
    expect([response.status, response.headers.get("x-own")]).toEqual([404, "kept"]);
    const text = await response.text();
    expect(text).toMatch(/<body><noscript>.*<h1>Page not found<\/h1>.*<\/noscript><script src="\/x.js">/s);
    expect(text.replace(/<noscript>.*<\/noscript>/s, "")).toBe(empty);
  });

  it.each([
    ["says so by itself", full, 404, undefined],
    ["failed in another way", empty, 500, undefined],
    ["is none", empty, 404, "application/json"],
  ])("is left alone where it %s", async (_, text, status, type) => {
    expect(await (await answered(text, status, type)).text()).toBe(text);
  });
});
