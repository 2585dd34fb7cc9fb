import { type ExecuteAnswer, errorTable } from "@clawlink/contract";
import { admit } from "../admit.ts";
import type { ExecutionRecord } from "../execution-record.ts";
import type {
  Account,
  AdmittedConnection,
  AgainCall,
  BeginCall,
  Begun,
  FinishCall,
  Paced,
  Refreshed,
} from "../ports.ts";
import type { ConnectionSnapshot, KeySnapshot } from "../snapshot.ts";

/** What the cell of a test's account was asked for, in order. */
export type AccountEvent = "begin" | "finish" | "again" | "refresh";

/** An account in memory: it decides by `admit()` as the real cell does, keeps one row a call, and can be told to fail. */
export class MemoryAccount implements Account {
  readonly rows = new Map<string, ExecutionRecord>();
  readonly events: AccountEvent[] = [];
  readonly finished: FinishCall[] = [];
  readonly begun: BeginCall[] = [];
  readonly #answers = new Map<string, { fingerprint: string; answer: ExecuteAnswer | null }>();
  readonly #key: KeySnapshot;
  connections: ConnectionSnapshot[];
  /** What the next refreshes come to. */
  refreshes: Refreshed[] = [];
  failing: AccountEvent | null = null;
  #note: (event: AccountEvent) => void;

  constructor(key: KeySnapshot, connections: readonly ConnectionSnapshot[], note: (event: AccountEvent) => void) {
    this.#key = key;
    this.connections = [...connections];
    this.#note = note;
  }

  #event(event: AccountEvent): void {
    this.events.push(event);
    this.#note(event);
    if (this.failing === event) throw new Error(`The account cannot ${event} just now.`);
  }

  async begin(call: BeginCall): Promise<Begun> {
    this.#event("begin");
    this.begun.push(call);
    if (call.keyHash !== this.#key.keyHash) return { kind: "unauthorized" };
    const admission = admit(call, this.#key, this.connections);
    const connectionId = admission.kind === "admitted" ? (admission.connection?.id ?? null) : admission.connectionId;
    const row = rowOf(call, connectionId);
    if (admission.kind === "refused") {
      const { type, outcome } = errorTable[admission.code];
      this.rows.set(call.executionId, { ...row, status: outcome, errorType: type, errorCode: admission.code });
      return admission;
    }
    if (admission.kind === "person_needed") {
      this.rows.set(call.executionId, { ...row, status: "pending_approval" });
      const approvalUrl = `https://web.example/approvals/${call.executionId}`;
      return { kind: "pending", executionId: call.executionId, approvalUrl, connectionId };
    }
    const earlier = call.idempotency && this.#answers.get(call.idempotency.key);
    if (earlier?.answer) return { kind: "replayed", answer: earlier.answer };
    if (call.idempotency) {
      this.#answers.set(call.idempotency.key, { fingerprint: call.idempotency.fingerprint, answer: null });
    }
    if (call.mode === "direct" && call.tool?.action.effect !== "read") this.rows.set(call.executionId, row);
    const { connection, requiresConfirmation, policyReason } = admission;
    const admitted = connection && connectionOf(connection);
    return { kind: "admitted", connection: admitted, requiresConfirmation, policyReason, pacedMs: 0 };
  }

  async finish(call: FinishCall): Promise<void> {
    this.#event("finish");
    this.finished.push(call);
    this.rows.set(call.record.id, call.record);
    const kept = call.idempotency && this.#answers.get(call.idempotency.key);
    if (!call.idempotency || !kept) return;
    if (call.idempotency.answer === null) this.#answers.delete(call.idempotency.key);
    else this.#answers.set(call.idempotency.key, { ...kept, answer: call.idempotency.answer });
  }

  finishSoon(end: () => FinishCall): Promise<void> {
    return this.finish(end());
  }

  async again(_call: AgainCall): Promise<Paced> {
    this.#event("again");
    return { kind: "go", pacedMs: 0 };
  }

  async refresh(_connectionId: number, _seenVersion: number): Promise<Refreshed> {
    this.#event("refresh");
    return this.refreshes.shift() ?? { kind: "unavailable", retryAfterMs: 1_000 };
  }
}

/** The sealed credential of the memory vault is its own text. */
function connectionOf(connection: ConnectionSnapshot): AdmittedConnection {
  return {
    id: connection.id,
    integration: connection.integration,
    account: { id: connection.externalAccountId, label: connection.accountLabel, metadata: connection.metadata },
    scopes: connection.scopes,
    credentialVersion: connection.credentialVersion,
    credentialExpiresAt: connection.credentialExpiresAt,
    record: `token-${connection.credentialVersion}`,
  };
}

function rowOf(call: BeginCall, connectionId: number | null): ExecutionRecord {
  return {
    id: call.executionId,
    integration: call.tool?.integration ?? null,
    action: call.tool?.actionId ?? call.toolName,
    connectionId,
    mode: call.mode,
    effect: call.tool?.action.effect ?? null,
    status: "running",
    errorType: null,
    errorCode: null,
    errorMessage: null,
    attempts: 0,
    attemptLog: null,
    pacedMs: 0,
    latencyMs: null,
    providerRequestId: null,
    input: call.input,
    output: null,
    createdAt: call.startedAt,
    finishedAt: null,
  };
}
