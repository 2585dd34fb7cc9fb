import type { AccessPolicy, AuthState, Connection, KeyKind } from "@clawlink/contract";

/** A live key of an account, as the cell holds it. */
export interface KeySnapshot {
  readonly id: string;
  readonly name: string;
  readonly kind: KeyKind;
  readonly keyHash: string;
  readonly policy: AccessPolicy;
}

/** A connected account, as the cell holds it; times in milliseconds since the epoch. */
export interface ConnectionSnapshot {
  readonly id: number;
  readonly integration: string;
  readonly connectionLabel: string | null;
  readonly accountLabel: string | null;
  readonly externalAccountId: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly isDefault: boolean;
  readonly authState: AuthState;
  readonly authError: string | null;
  readonly scopes: readonly string[];
  readonly credentialVersion: number;
  readonly credentialExpiresAt: number | null;
  readonly lastUsedAt: number | null;
}

/** A connection on the wire (CONTRACT.md section 6). */
export function connectionAnswer(connection: ConnectionSnapshot): Connection {
  const time = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
  return {
    id: connection.id,
    integration: connection.integration,
    connectionLabel: connection.connectionLabel,
    accountLabel: connection.accountLabel,
    isDefault: connection.isDefault,
    authState: connection.authState,
    authError: connection.authError,
    expiresAt: time(connection.credentialExpiresAt),
    lastUsedAt: time(connection.lastUsedAt),
  };
}
