import { type Browser, chromium } from "playwright-core";

/** Chromium as installed on this machine; `CLAWLINK_CHROMIUM` names another. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CLAWLINK_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
}
