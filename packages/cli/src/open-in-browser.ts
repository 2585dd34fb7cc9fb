import open from "open";

/** Opens a link where somebody is looking; false where nobody is, such as over ssh, or where `CLAWLINK_NO_BROWSER` is set. */
export async function openInBrowser(url: string): Promise<boolean> {
  const { CLAWLINK_NO_BROWSER, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const blind = process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY;
  if (CLAWLINK_NO_BROWSER || SSH_CONNECTION || blind || !process.stdout.isTTY) return false;
  try {
    const child = await open(url);
    child.on("error", () => undefined);
    return true;
  } catch {
    return false;
  }
}
