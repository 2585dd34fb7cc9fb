import { AppError, type ConnectSessionAnswer, unwrap } from "@clawlink/contract";
import type { Identity } from "@clawlink/provider-kit";
import { endSession } from "@clawlink/services/connect-session/end-session";
import type { ConnectSessionRow } from "@clawlink/services/connect-session/session-answer";
import { cellOf } from "../account/cell-of.ts";
import type { Deps } from "../deps.ts";
import { sessionView } from "./session-view.ts";

/** What a session brought: who it is, and the credential to seal. */
export interface Brought {
  readonly identity: Identity;
  readonly scopes: readonly string[];
  readonly credential: string;
  readonly expiresAt: number | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Runs the last step of a session: the connection is made, or the session fails with words a person can act on. */
export async function finishSession(
  deps: Deps,
  session: ConnectSessionRow,
  token: string,
  bring: () => Promise<Brought>,
): Promise<ConnectSessionAnswer> {
  try {
    const { identity, scopes, credential, expiresAt, metadata } = await bring();
    const saved = unwrap(
      await cellOf(deps.bindings, session.userId).saveConnection({
        sessionId: session.id,
        integration: session.integration,
        flowType: session.flowType,
        connectionId: session.connectionId,
        accountId: identity.accountId,
        label: identity.label,
        metadata: { ...metadata, ...identity.metadata },
        scopes,
        credential,
        expiresAt,
      }),
    );
    return sessionView(
      { ...session, status: "connected", connectionId: saved.id, completedAt: new Date() },
      token,
      saved,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const ended = await endSession(deps.database, session.id, "failed", error.message);
    return sessionView(ended ?? { ...session, status: "failed", errorMessage: error.message }, token, null);
  }
}
