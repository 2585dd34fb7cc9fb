import { type AeadInterface, Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";

/** The one HPKE suite of every record: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180 section 7). */
export function hpkeSuite(aead: AeadInterface = new Aes256Gcm()): CipherSuite {
  return new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead });
}

/** HPKE's `info`: keeps these keys from meaning anything in another protocol. */
export const recordInfo = new TextEncoder().encode("clawlink vault record v1");
