import type { AccessPolicy, KeyCreated } from "@clawlink/contract";
import { insertKey, makeKey } from "@clawlink/services/key/insert-key";
import { keyAnswer } from "@clawlink/services/key/key-answer";
import { keySnapshot } from "./account-state.ts";
import type { Cell } from "./cell.ts";

/** Makes a key by hand; its text is in this answer and nowhere else. */
export async function createKey(cell: Cell, name: string, policy: AccessPolicy): Promise<KeyCreated> {
  const key = await makeKey(cell.accountId, { name, kind: "manual", policy });
  await insertKey(cell.database, key.row);
  cell.state.putKey(keySnapshot(key.row));
  return { apiKey: keyAnswer(key.row), rawKey: key.raw };
}
