/** The page on which a device is paired. */
export function pairingPath(token: string): string {
  return `/openclaw/pair/${encodeURIComponent(token)}`;
}
