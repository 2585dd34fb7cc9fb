import { AppError, Secret } from "@clawlink/contract";
import { importPrivateKey } from "./import-private-key.ts";
import { badKey, parseKeyText } from "./key-text.ts";
import { parseRecord } from "./record.ts";
import { associatedData, type SealContext } from "./seal-context.ts";
import { hpkeSuite, recordInfo } from "./suite.ts";

export type { SealContext } from "./seal-context.ts";

/** Opens records with the deployment's private keys; bound to the worker `clawlink` alone. */
export interface Opener {
  readonly keyIds: readonly string[];
  /** Which key a record was sealed to; null for text that is no record. */
  keyIdOf(record: string): string | null;
  /** The text of a record sealed for exactly this context; any failure is an `AppError` that says nothing of the content. */
  open(record: string, context: SealContext): Promise<Secret>;
}

/** An opener for `VAULT_PRIVATE_KEYS`, comma-separated; throws `configuration_error` when one is missing or malformed. */
export async function createOpener(privateKeys: string): Promise<Opener> {
  const suite = hpkeSuite();
  const pairs = new Map<string, CryptoKeyPair>();
  for (const text of privateKeys.split(",")) {
    const { keyId, bytes } = parseKeyText(text, "VAULT_PRIVATE_KEYS");
    if (pairs.has(keyId)) throw badKey("VAULT_PRIVATE_KEYS");
    pairs.set(keyId, await importPrivateKey(suite, bytes));
  }
  return {
    keyIds: [...pairs.keys()],
    keyIdOf: (record) => parseRecord(record)?.keyId ?? null,
    async open(text, context) {
      const record = parseRecord(text);
      if (!record) throw unreadable();
      const recipientKey = pairs.get(record.keyId);
      if (!recipientKey) throw unknownKey();
      const enc = record.encapsulated;
      const aad = associatedData(record.keyId, context);
      try {
        const opened = await suite.open({ recipientKey, enc, info: recordInfo }, record.ciphertext, aad);
        return new Secret(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(opened));
      } catch {
        throw unreadable();
      }
    },
  };
}

function unreadable(): AppError {
  return new AppError("internal_error", "A stored credential could not be opened. Reconnect the app.");
}

function unknownKey(): AppError {
  return new AppError(
    "configuration_error",
    "A stored credential was sealed with a key that is not in VAULT_PRIVATE_KEYS. Add that key again.",
  );
}
