import type { ErrorFacts, ExecuteAnswer, ExecuteControls, ExecutionErrorCode, Secret } from "@clawlink/contract";
import type {
  AccountFacts,
  Action,
  DescribedAction,
  ManifestAction,
  ManifestApp,
  Problems,
  Provider,
} from "@clawlink/provider-kit";
import type { ExecutionRecord } from "./execution-record.ts";
import type { LimitSign } from "./pacer.ts";

/** The catalog as the engine reads it: light facts at once, code and schemas when they are needed. */
export interface Catalog {
  readonly apps: readonly ManifestApp[];
  provider(slug: string): Promise<Provider>;
  action(slug: string, actionId: string): Promise<Action>;
  describe(slug: string): Promise<Readonly<Record<string, DescribedAction>>>;
}

/** A tool that was found: its app and its action. */
export interface FoundTool {
  readonly app: ManifestApp;
  readonly action: ManifestAction;
}

/** A connection as the account's cell hands it over for one call: everything but the opened credential. */
export interface AdmittedConnection {
  readonly id: number;
  readonly integration: string;
  readonly account: AccountFacts;
  readonly scopes: readonly string[];
  readonly credentialVersion: number;
  /** When the access token expires, in milliseconds since the epoch; null when it does not. */
  readonly credentialExpiresAt: number | null;
  /** The sealed credential, exactly of `credentialVersion`. */
  readonly record: string;
}

/** What the cell is asked before a call: everything the stages up to "record intent" and "pace" decide on. */
export interface BeginCall {
  readonly executionId: string;
  readonly keyHash: string;
  readonly startedAt: number;
  readonly mode: "direct" | "preview";
  /** The tool as it was asked for, found or not. */
  readonly toolName: string;
  readonly tool: {
    readonly integration: string;
    readonly actionId: string;
    readonly action: Pick<ManifestAction, "title" | "effect" | "scopes">;
    readonly needsConnection: boolean;
  } | null;
  readonly connectionId: number | null;
  readonly confirmed: boolean;
  /** Until when the call is worth starting, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly problems: Problems | null;
  readonly idempotency: { readonly key: string; readonly fingerprint: string } | null;
  /** What tells a write without an idempotency key from others; null for any other call. */
  readonly likeness: string | null;
  /** The input as it may be recorded: redacted and capped. */
  readonly input: unknown;
  /** The whole call, kept only when a person has to approve it first; null for reads, and when it carries files, which cannot wait. */
  readonly approvable: PendingCall | null;
  /** Set when a person has approved this very execution. */
  readonly approved: boolean;
}

/** A call that waits for a person: enough to run it exactly as it was asked. */
export interface PendingCall {
  readonly toolName: string;
  readonly input: Record<string, unknown>;
  readonly connectionId: number | null;
  readonly controls: Pick<ExecuteControls, "idempotencyKey" | "fields" | "maxBytes">;
  readonly fingerprint: string;
}

/** The cell's answer: one of these, and the refusals are recorded already. */
export type Begun =
  | { readonly kind: "unauthorized" }
  | {
      readonly kind: "refused";
      readonly code: ExecutionErrorCode;
      readonly message: string;
      readonly facts: ErrorFacts;
      readonly connectionId: number | null;
    }
  /** `executionId` is that of an earlier call with the same idempotency key, where one is waiting already. */
  | {
      readonly kind: "pending";
      readonly executionId: string;
      readonly approvalUrl: string;
      readonly connectionId: number | null;
    }
  | { readonly kind: "replayed"; readonly answer: ExecuteAnswer }
  | {
      readonly kind: "admitted";
      readonly connection: AdmittedConnection | null;
      readonly requiresConfirmation: boolean;
      readonly policyReason: string | null;
      readonly pacedMs: number;
      /** The same write that this device asked for a moment ago, if it did. */
      readonly repeats?: { readonly executionId: string; readonly agoMs: number } | undefined;
    };

/** What the cell is told after a call. */
export interface FinishCall {
  readonly record: ExecutionRecord;
  /** Kept for replays when the call had an idempotency key; null lets the key be used again. */
  readonly idempotency: { readonly key: string; readonly answer: ExecuteAnswer | null } | null;
  /** The version of the credential the provider was last asked with; null when it was not asked, or needs none. */
  readonly credentialVersion: number | null;
  /** What the last answer showed of the provider's limits; null when the provider was not asked. */
  readonly sign: LimitSign | null;
}

/** Whether a call may go now, and how long it had to wait. */
export type Paced =
  | { readonly kind: "go"; readonly pacedMs: number }
  | { readonly kind: "limited"; readonly retryAfterMs: number }
  | { readonly kind: "unavailable"; readonly retryAfterMs: number };

/** What a caller says who wants to try again. */
export interface AgainCall {
  readonly connectionId: number;
  readonly sign: LimitSign;
  /** How long to wait at the least, in milliseconds, and until when it makes sense, since the epoch. */
  readonly notBeforeMs: number;
  readonly deadline: number;
}

/** What came of asking for a fresh token. */
export type Refreshed =
  | {
      readonly kind: "refreshed";
      readonly credentialVersion: number;
      readonly credentialExpiresAt: number | null;
      readonly record: string;
    }
  | { readonly kind: "needs_reauth"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly retryAfterMs: number };

/** One account's cell: the only writer of its rows, asked once before and once after a call (ARCHITECTURE.md section 2, property 3). */
export interface Account {
  begin(call: BeginCall): Promise<Begun>;
  finish(call: FinishCall): Promise<void>;
  /** The same for a read that went well: within a tenth of a second, together with others. */
  finishSoon(end: () => FinishCall): Promise<void>;
  /** Tells what an attempt showed and waits for the slot of the next one. */
  again(call: AgainCall): Promise<Paced>;
  /** Any number of concurrent callers cause one refresh; `seenVersion` tells which token proved stale. */
  refresh(connectionId: number, seenVersion: number): Promise<Refreshed>;
}

/** Opens sealed credentials, for one request at a time. */
export interface Credentials {
  open(accountId: string, connectionId: number, version: number, record: string): Promise<Secret>;
}

/** Where outputs too large for an answer wait to be read in slices. */
export interface Results {
  put(accountId: string, executionId: string, output: unknown): Promise<void>;
  get(accountId: string, executionId: string): Promise<unknown>;
}

/** The world outside, as the engine needs it. */
export interface Ports {
  readonly catalog: Catalog;
  account(accountId: string): Account;
  readonly credentials: Credentials;
  readonly results: Results;
  /** Sends one request that egress has approved, redirects unfollowed. */
  fetch(url: URL, init: RequestInit): Promise<Response>;
  /** The addresses a public host name resolves to, for file URLs alone. */
  resolve(host: string): Promise<readonly string[]>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Uniform in [0, 1). */
  random(): number;
  newExecutionId(): string;
  sleep(milliseconds: number): Promise<void>;
  /** Lets work go on after the answer. */
  later(work: Promise<unknown>): void;
  readonly webOrigin: string;
}
