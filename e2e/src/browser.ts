import { type Browser, chromium as engine } from "playwright-core";

/** Chromium as installed on this machine; `CLAWLINK_CHROMIUM` names another. */
export const chromium = process.env.CLAWLINK_CHROMIUM ?? "/usr/bin/chromium";

/** Opens it, without a window. */
export function openBrowser(): Promise<Browser> {
  return engine.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}
