import { expect, it } from "vitest";
import { nameBrowser } from "../../src/auth/name-browser.ts";

const mozilla = "Mozilla/5.0";
const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [`${mozilla} (X11; Linux x86_64) ${webkit} Chrome/146.0 Safari/537.36`, "Chrome on Linux"],
  [`${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/146.0 Safari/537.36 Edg/146.0`, "Edge on Windows"],
  [`${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${webkit} Version/19.0 Safari/604.1`, "Safari on iPhone"],
  [`${mozilla} (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0`, "Firefox on Android"],
  ["curl/8.9", "Unknown browser"],
  ["", "Unknown browser"],
])("calls %s %s", (userAgent, name) => {
  expect(nameBrowser(userAgent)).toBe(name);
});
