import { AppError, Secret } from "@clawlink/contract";
import { importPrivateKey } from "./import-private-key.ts";
import { badKey, parseKeyText } from "./key-text.ts";
import { parseRecord, type SealedRecord } from "./record.ts";
import { openFirst, openWith, type RecordKey } from "./record-key.ts";
import { associatedData, type SealContext } from "./seal-context.ts";
import { hpkeSuite } from "./suite.ts";

export type { SealContext } from "./seal-context.ts";

/** Opens records with the deployment's private keys; bound to the worker `clawlink` alone. */
export interface Opener {
  readonly keyIds: readonly string[];
  /** Which key a record was sealed to; null for text that is no record. */
  keyIdOf(record: string): string | null;
  /** The text of a record sealed for exactly this context; any failure is an `AppError` that says nothing of the content. */
  open(record: string, context: SealContext): Promise<Secret>;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** How many connections' record keys an isolate keeps; a credential's record takes about a kilobyte. */
const keptRecords = 500;

/** A record that was opened before: everything but its plaintext (docs/decisions/009-a-call-in-two-hops-and-one-decryption.md). */
interface Known {
  readonly record: SealedRecord;
  readonly recordKey: RecordKey;
  /** What it was sealed for, and that as associated data. */
  readonly context: SealContext;
  readonly aad: Uint8Array<ArrayBuffer>;
}

const same = (left: SealContext, right: SealContext) =>
  left.purpose === right.purpose &&
  left.owner === right.owner &&
  left.subject === right.subject &&
  left.version === right.version;

/** An opener for `VAULT_PRIVATE_KEYS`, comma-separated; throws `configuration_error` when one is missing or malformed. */
export async function createOpener(privateKeys: string): Promise<Opener> {
  const suite = hpkeSuite();
  const pairs = new Map<string, CryptoKeyPair>();
  for (const text of privateKeys.split(",")) {
    const { keyId, bytes } = parseKeyText(text, "VAULT_PRIVATE_KEYS");
    if (pairs.has(keyId)) throw badKey("VAULT_PRIVATE_KEYS");
    pairs.set(keyId, await importPrivateKey(suite, bytes));
  }
  const kept = new Map<string, Known>();
  /** The last one used is the last one in the map. */
  const keep = (text: string, known: Known) => {
    kept.delete(text);
    kept.set(text, known);
    const [oldest] = kept.keys();
    if (kept.size > keptRecords && oldest !== undefined) kept.delete(oldest);
  };
  const openBytes = async (text: string, context: SealContext): Promise<ArrayBuffer> => {
    const known = kept.get(text);
    if (known) {
      keep(text, known);
      const aad = same(known.context, context) ? known.aad : associatedData(known.record.keyId, context);
      return openWith(known.recordKey, known.record.ciphertext, aad);
    }
    const record = parseRecord(text);
    if (!record) throw unreadable();
    const recipientKey = pairs.get(record.keyId);
    if (!recipientKey) throw unknownKey();
    const aad = associatedData(record.keyId, context);
    const { opened, recordKey } = await openFirst(recipientKey, record.encapsulated, record.ciphertext, aad);
    if (recordKey && context.purpose === "connection") keep(text, { record, recordKey, context, aad });
    return opened;
  };
  return {
    keyIds: [...pairs.keys()],
    keyIdOf: (record) => parseRecord(record)?.keyId ?? null,
    async open(text, context) {
      try {
        const opened = await openBytes(text, context);
        return new Secret(decoder.decode(opened));
      } catch (error) {
        throw error instanceof AppError ? error : unreadable();
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
