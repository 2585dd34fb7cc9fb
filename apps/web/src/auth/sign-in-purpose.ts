const purposes: readonly (readonly [path: string, purpose: string])[] = [
  ["/openclaw/pair/", "pairing your device"],
  ["/hermes/approve/", "letting your agent in"],
  ["/oauth/authorize", "letting a client in"],
  ["/connect/", "connecting an app"],
  ["/dashboard/approvals/", "the call that waits for you"],
];

/** What somebody signs in for, where a link brought them here on the way to `next`; null where it was nothing in particular. */
export function signInPurpose(next: string): string | null {
  return purposes.find(([path]) => next.startsWith(path))?.[1] ?? null;
}
