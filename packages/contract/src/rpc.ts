import type { AccessPolicy } from "./access-policy.ts";
import type { Answer } from "./app-error.ts";
import type { BillingStatus } from "./billing.ts";
import type { ConnectSessionAnswer, ConnectSessionStarted } from "./connect.ts";
import type { ConnectionRemoved } from "./connection.ts";
import type { ExecuteAnswer, ExecuteControls, PreviewRequest } from "./execution.ts";
import type { ApiHealth } from "./health.ts";
import type { Key, KeyCreated } from "./key.ts";
import type { AccountMail } from "./mail.ts";
import type { PairingSession } from "./pairing.ts";
import type { HermesStatus } from "./state.ts";
import type { Tool } from "./tool.ts";

/** How the browser came back from a provider (RFC 6749 section 4.1.2). */
export interface AuthorizationReturn {
  readonly integration: string;
  readonly state: string;
  readonly code: string | null;
  readonly error: string | null;
  /** The value of the cookie set when authorization began: binds `state` to this browser. */
  readonly browser: string;
}

/** What an MCP client asks a person for, or why it cannot be asked. */
export type AuthorizationRequest =
  | {
      readonly kind: "ask";
      readonly clientName: string;
      /** The domain that vouches for the name, where the client is named by a document on it; null for a name anybody could have registered. */
      readonly clientDomain: string | null;
      /** Where access will be sent. */
      readonly redirectHost: string;
      /** Access goes to a program on the person's own computer. */
      readonly redirectIsLocal: boolean;
      /** The one app it is limited to; null for every app. */
      readonly app: string | null;
    }
  /** The client is told what is wrong with its request. */
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "refused"; readonly reason: string };

/** An app's OAuth client as the operator sees it; the secret is never shown. */
export interface OAuthClientStatus {
  /** The client's name: one client may serve several apps. */
  readonly client: string;
  readonly apps: readonly { readonly slug: string; readonly name: string; readonly redirectUri: string }[];
  readonly clientId: string | null;
  readonly source: "environment" | "dashboard" | null;
}

/** What came of deleting an account. */
export interface AccountDeleted {
  /** Accounts whose provider was not told, or has no way to be: their access is the person's own to withdraw there. */
  readonly notRevoked: readonly { readonly integration: string; readonly accountLabel: string | null }[];
}

/** A call a person makes themselves, in the dashboard. */
export interface DashboardCall {
  readonly toolName: string;
  readonly input: Record<string, unknown>;
  readonly controls: Pick<ExecuteControls, "connectionId" | "confirmed">;
  readonly mode: "direct" | "preview";
}

/** Another name or policy for a key, and what they were where they were changed. */
export interface KeyChange {
  readonly name?: string | undefined;
  readonly policy?: AccessPolicy | undefined;
  readonly was?: { readonly name: string; readonly policy: AccessPolicy } | undefined;
}

/**
 * What `clawlink` does for `clawlink-web` over its `WebRpc` entrypoint: every write to an account's rows, and everything that needs a
 * credential opened. The binding is the trust boundary, so `userId` is taken as given; the web worker has authenticated it.
 */
export interface WebRpc {
  approvePairing(userId: string, token: string): Promise<Answer<PairingSession>>;
  rejectPairing(userId: string, token: string): Promise<Answer<PairingSession>>;
  decideHermes(userId: string, sessionId: string, action: "approve" | "reject"): Promise<Answer<HermesStatus>>;

  /** What the authorization request with this query string asks for. */
  describeAuthorization(query: string): Promise<Answer<AuthorizationRequest>>;
  /** Lets an MCP client in with a policy, or, without one, turns it away; where the browser goes next. */
  decideAuthorization(userId: string, query: string, policy: AccessPolicy | null): Promise<Answer<{ to: string }>>;

  startConnect(
    userId: string,
    integration: string,
    connectionId: number | null,
  ): Promise<Answer<ConnectSessionStarted>>;
  getConnect(userId: string, token: string): Promise<Answer<ConnectSessionAnswer>>;
  authorize(userId: string, token: string, browser: string): Promise<Answer<{ authorizeUrl: string }>>;
  completeAuthorization(userId: string, returned: AuthorizationReturn): Promise<Answer<ConnectSessionAnswer>>;
  submitCredentials(
    userId: string,
    token: string,
    fields: Record<string, string>,
  ): Promise<Answer<ConnectSessionAnswer>>;
  cancelConnect(userId: string, token: string): Promise<Answer<ConnectSessionAnswer>>;

  /** `conflict` when the label is no longer what it `was`; without `was` that does not matter. */
  renameConnection(
    userId: string,
    connectionId: number,
    label: string | null,
    was?: string | null,
  ): Promise<Answer<void>>;
  makeDefaultConnection(userId: string, connectionId: number): Promise<Answer<void>>;
  removeConnection(userId: string, connectionId: number): Promise<Answer<ConnectionRemoved>>;

  createKey(userId: string, name: string, policy: AccessPolicy): Promise<Answer<KeyCreated>>;
  revokeKey(userId: string, keyId: string): Promise<Answer<void>>;
  /** `conflict` when what changes is no longer what it `was`; without `was` that does not matter. */
  changeKey(userId: string, keyId: string, change: KeyChange): Promise<Answer<Key>>;

  /** An action with its schemas and hints, without anybody's connections; `tool_not_found` when there is none. */
  describeTool(toolName: string): Promise<Answer<Tool>>;
  /** Makes a call as the person in the dashboard, recorded and confirmed like any other, whatever becomes of it. */
  callTool(userId: string, call: DashboardCall): Promise<Answer<ExecuteAnswer>>;

  /** Brings D1 up to date with the account's finished calls; Usage asks this before it reads. */
  flushUsage(userId: string): Promise<Answer<void>>;
  /** What a waiting call would send, credentials masked; null when it could not be sent as it is. `not_found` when none waits. */
  showWaiting(userId: string, executionId: string): Promise<Answer<PreviewRequest | null>>;
  /** A person decides on a waiting call: approved, it runs and its answer comes back; rejected, null. */
  decideExecution(
    userId: string,
    executionId: string,
    action: "approve" | "reject",
  ): Promise<Answer<ExecuteAnswer | null>>;

  /** Where the person stands with their plan, as their agents are answered; null where billing is off. */
  billingStatus(userId: string): Promise<Answer<BillingStatus | null>>;
  /** Their plan has changed in D1: from now on their agents are answered by it. */
  planChanged(userId: string): Promise<Answer<void>>;

  /** Changes what somebody pays for to another plan; `conflict` when Polar does not, or their payment did not go through. */
  changePlan(userId: string, planId: string): Promise<Answer<void>>;

  /** Their address may be another now: Polar is told, if it had the one before. */
  addressChanged(userId: string): Promise<Answer<void>>;

  /** Writes to a person about their account; `too_many_requests` when they were written so five times in a quarter of an hour. */
  sendAccountMail(userId: string, mail: AccountMail): Promise<Answer<void>>;

  /** Removes everything of an account, tokens withdrawn; `conflict` for the only operator of other people. Safe to repeat. */
  deleteAccount(userId: string): Promise<Answer<AccountDeleted>>;

  /** Signs a person out everywhere and refuses their keys, at once, until they are enabled; `conflict` for an operator. */
  disableAccount(userId: string): Promise<Answer<void>>;
  /** Lets a disabled person back in, with the keys and connections they had. */
  enableAccount(userId: string): Promise<Answer<void>>;
  /** How `clawlink` and what it stands on are. */
  checkHealth(): Promise<Answer<ApiHealth>>;

  listOAuthClients(): Promise<Answer<OAuthClientStatus[]>>;
}
