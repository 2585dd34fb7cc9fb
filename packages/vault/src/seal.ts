import { badKey, parseKeyText } from "./key-text.ts";
import { formatRecord } from "./record.ts";
import { associatedData, type SealContext } from "./seal-context.ts";
import { hpkeSuite, recordInfo } from "./suite.ts";

export type { SealContext } from "./seal-context.ts";

/** Seals credentials to the deployment's public key; nothing here can open one. */
export interface Sealer {
  readonly keyId: string;
  /** A record of `plaintext` under a fresh ephemeral key; the same text never seals to the same record. */
  seal(plaintext: string, context: SealContext): Promise<string>;
}

/** A sealer to `VAULT_PUBLIC_KEY`; throws `configuration_error` when it is missing, malformed or not a usable key. */
export async function createSealer(publicKey: string): Promise<Sealer> {
  const { keyId, bytes } = parseKeyText(publicKey, "VAULT_PUBLIC_KEY");
  const suite = hpkeSuite();
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytes);
  const sealBytes = (plaintext: Uint8Array, aad: Uint8Array) =>
    suite.seal({ recipientPublicKey, info: recordInfo }, plaintext, aad);
  // A point of low order parses and only fails when it is used.
  await sealBytes(new Uint8Array(0), new Uint8Array(0)).catch(() => {
    throw badKey("VAULT_PUBLIC_KEY");
  });
  return {
    keyId,
    async seal(plaintext, context) {
      const sealed = await sealBytes(new TextEncoder().encode(plaintext), associatedData(keyId, context));
      return formatRecord({
        keyId,
        encapsulated: new Uint8Array(sealed.enc),
        ciphertext: new Uint8Array(sealed.ct),
      });
    },
  };
}
