import { fromBase64Url, toBase64Url } from "./base64url.ts";

/** A sealed record: which key opens it, HPKE's encapsulated key, and the ciphertext with its tag. */
export interface SealedRecord {
  readonly keyId: string;
  readonly encapsulated: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** A record as stored text: `v1.<keyId>.<enc>.<ciphertext>`. */
export function formatRecord(record: SealedRecord): string {
  return ["v1", record.keyId, toBase64Url(record.encapsulated), toBase64Url(record.ciphertext)].join(".");
}

/** The record in a stored text, or null when it is not one. */
export function parseRecord(text: string): SealedRecord | null {
  const [version, keyId, enc, sealed, ...rest] = text.split(".");
  if (version !== "v1" || !keyId || enc === undefined || sealed === undefined || rest.length > 0) return null;
  const encapsulated = fromBase64Url(enc);
  const ciphertext = fromBase64Url(sealed);
  return encapsulated && ciphertext ? { keyId, encapsulated, ciphertext } : null;
}
