/** Shapes of real credentials; none may stand in a recording. */
const patterns: readonly RegExp[] = [
  /\bgh[opsur]_[A-Za-z0-9]{16,}/,
  /\bgithub_pat_\w{16,}/,
  /\bxox[abeprs]-[A-Za-z0-9-]{8,}/,
  /\b[rs]k_(live|test)_[A-Za-z0-9]{8,}/,
  /\bwhsec_\w{8,}/,
  /\bre_[A-Za-z0-9]{8,}_\w+/,
  /\blin_(api|oauth)_\w{8,}/,
  /\bya29\.[\w-]{8,}/,
  /\bAIza[\w-]{20,}/,
  /\bGOCSPX-[\w-]{8,}/,
  /\bAKIA[A-Z0-9]{12,}/,
  /\bcllk_live_\w{8,}/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\bBearer\s+[\w.~+/-]{12,}/i,
];

/** The first thing in `text` that looks like a credential, or null. */
export function findSecret(text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return null;
}
