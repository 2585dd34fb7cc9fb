import type { AccountCell } from "../account/cell-of.ts";
import type { MessageAddress } from "../account/side-messages.ts";

/** Who speaks in a session, and the cell that hears what is said about a call in another request than the call's. */
export interface SessionCaller {
  readonly cell: AccountCell;
  readonly keyHash: string;
  readonly sessionId: string;
  readonly later: (work: Promise<unknown>) => void;
}

/** Where something is said of a question or a call of this session, with this key. */
export function addressOf(
  { keyHash, sessionId }: SessionCaller,
  about: MessageAddress["about"],
  id: string,
): MessageAddress {
  return { about, keyHash, sessionId, id };
}
