import { toBase64Url } from "./base64url.ts";
import { hpkeSuite } from "./suite.ts";

/** The two halves of a vault key as they are configured: `keyId:base64url`. */
export interface KeyPairText {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A fresh X25519 pair for the vault; `keyId` is 1 to 32 letters, digits, `-` or `_`. */
export async function generateKeyPair(keyId: string): Promise<KeyPairText> {
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(keyId)) throw new RangeError("A key id is 1 to 32 letters, digits, - or _.");
  const { kem } = hpkeSuite();
  const pair = await kem.generateKeyPair();
  const text = async (bytes: Promise<ArrayBuffer>) => `${keyId}:${toBase64Url(new Uint8Array(await bytes))}`;
  return {
    publicKey: await text(kem.serializePublicKey(pair.publicKey)),
    privateKey: await text(kem.serializePrivateKey(pair.privateKey)),
  };
}
