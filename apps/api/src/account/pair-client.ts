import { exchangePairing } from "@clawlink/services/pairing/exchange-pairing";
import type { PairingRow } from "@clawlink/services/pairing/pairing-answer";
import { keySnapshot } from "./account-state.ts";
import type { Cell } from "./cell.ts";

/** A pairing that was exchanged, and the key it was exchanged for. */
export interface PairedClient {
  readonly row: PairingRow;
  readonly apiKey: string;
  readonly apiKeyId: string;
}

/** Gives a client that a person let in its key; one it had before goes. */
export async function pairClient(
  { state, database, accountId }: Cell,
  sessionId: string,
  client: "openclaw" | "cli",
): Promise<PairedClient> {
  const { row, key, revokedKeyId } = await exchangePairing(database, accountId, sessionId, client);
  if (revokedKeyId) state.dropKey(revokedKeyId);
  state.putKey(keySnapshot(key.row));
  return { row, apiKey: key.raw, apiKeyId: key.row.id };
}
