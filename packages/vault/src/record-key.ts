import { type AeadEncryptionContext, Aes256Gcm } from "@hpke/core";
import { hpkeSuite, recordInfo } from "./suite.ts";

/** What HPKE's key schedule gives for one record (RFC 9180 section 5.1): a key that nobody can read out, and the nonce of its one message. */
export interface RecordKey {
  readonly key: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
}

type Bytes = ArrayBufferLike | ArrayBufferView;
const copied = (data: Bytes) =>
  Uint8Array.from(
    ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data),
  );

/** HPKE's AES-256-GCM for a recipient, which keeps the key and the nonce it opened with. */
class KeepingAes256Gcm extends Aes256Gcm {
  kept: RecordKey | null = null;

  override createEncryptionContext(raw: Bytes): AeadEncryptionContext {
    const bytes = copied(raw);
    const imported = crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["decrypt"]);
    bytes.fill(0);
    return {
      seal: () => Promise.reject(new Error("A recipient seals nothing.")),
      open: async (nonce, ciphertext, aad) => {
        this.kept = { key: await imported, nonce: copied(nonce) };
        return openWith(this.kept, copied(ciphertext), copied(aad));
      },
    };
  }
}

/** Opens a record's ciphertext by its key alone; rejects unless it was sealed under exactly this associated data. */
export function openWith(
  { key, nonce }: RecordKey,
  ciphertext: Uint8Array<ArrayBuffer>,
  aad: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce, additionalData: aad }, key, ciphertext);
}

/** Opens a record by the private key, and gives what opens the same record again; rejects as `openWith` does. */
export async function openFirst(
  recipientKey: CryptoKeyPair,
  enc: Uint8Array<ArrayBuffer>,
  ciphertext: Uint8Array<ArrayBuffer>,
  aad: Uint8Array<ArrayBuffer>,
): Promise<{ opened: ArrayBuffer; recordKey: RecordKey | null }> {
  const aead = new KeepingAes256Gcm();
  const opened = await hpkeSuite(aead).open({ recipientKey, enc, info: recordInfo }, ciphertext, aad);
  return { opened, recordKey: aead.kept };
}
