import type { CipherSuite } from "@hpke/core";

/** RFC 8410 section 7: the PKCS #8 frame around a raw X25519 private key. */
const pkcs8Prefix = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20];
/** RFC 7748 section 4.1: the X25519 base point. */
const basePoint = Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? 9 : 0));

/** A raw X25519 private key as a non-extractable key with its public key, derived once and not at every opening. */
export async function importPrivateKey(suite: CipherSuite, bytes: Uint8Array): Promise<CryptoKeyPair> {
  const algorithm = { name: "X25519" };
  const pkcs8 = Uint8Array.from([...pkcs8Prefix, ...bytes]);
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["deriveBits"]);
  const base = await crypto.subtle.importKey("raw", basePoint, algorithm, true, []);
  const agreement = { ...algorithm, public: base };
  const publicBytes = await crypto.subtle.deriveBits(agreement, privateKey, 256);
  return { privateKey, publicKey: await suite.kem.deserializePublicKey(publicBytes) };
}
