import { type ErrorFacts, type ExecutionErrorCode, errorTable } from "@clawlink/contract";
import {
  type Admission,
  type AdmittedConnection,
  admit,
  type BeginCall,
  type Begun,
  type ConnectionSnapshot,
  type ExecutionRecord,
  type KeySnapshot,
  type Paced,
  type PlanDenial,
} from "@clawlink/engine";
import type { Meter } from "../billing/meter.ts";
import { upgradeUrlOf } from "../billing/upgrade-url.ts";
import type { CalledFrom } from "../called-from.ts";
import { accountFacts } from "./account-state.ts";
import { canWait } from "./approvals.ts";
import type { Cell } from "./cell.ts";

/** How long a caller waits before asking again for a call that is still running, in milliseconds. */
const runningRetryMs = 1_000;

function recordOf(call: BeginCall, connectionId: number | null): ExecutionRecord {
  return {
    id: call.executionId,
    integration: call.tool?.integration ?? null,
    action: call.tool?.actionId ?? call.toolName.slice(0, 200),
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

/** The sealed credential of a connection, from memory or, once a version, from KV. */
async function sealedRecord(cell: Cell, connection: ConnectionSnapshot): Promise<string | null> {
  const known = cell.records.get(connection.id);
  if (known?.version === connection.credentialVersion) return known.record;
  const record = await cell.vault.store.read({
    owner: cell.accountId,
    connectionId: connection.id,
    version: connection.credentialVersion,
  });
  if (record === null) return null;
  cell.records.set(connection.id, { version: connection.credentialVersion, record });
  if (cell.vault.opener.keyIdOf(record) !== cell.vault.sealer.keyId)
    cell.later(cell.refresher.reseal(cell.refresherHost, cell.state, connection.id));
  return record;
}

async function admittedConnection(cell: Cell, connection: ConnectionSnapshot): Promise<AdmittedConnection | null> {
  const record = await sealedRecord(cell, connection);
  if (record === null) return null;
  return {
    id: connection.id,
    integration: connection.integration,
    account: accountFacts(connection),
    scopes: connection.scopes,
    credentialVersion: connection.credentialVersion,
    credentialExpiresAt: connection.credentialExpiresAt,
    record,
  };
}

/** Everything before the provider is asked, in one go: who, which connection, may it, is it confirmed, was it asked before, and the record of it. */
export async function beginCall(cell: Cell, call: BeginCall, from: CalledFrom | null): Promise<Begun> {
  const key = cell.state.keyOf(call.keyHash);
  if (!key) return { kind: "unauthorized" };
  cell.used.keys.set(key.id, { at: call.startedAt, from });
  const approved =
    call.approved && call.approvable !== null && cell.approvals.consume(call.executionId, call.approvable.fingerprint);
  // What runs nothing needs no plan: the answer of the last call that was covered can be had again.
  const again = () => call.idempotency && !approved && cell.idempotency.knows(call.idempotency.key, call.startedAt);
  const denial = cell.meter && !again() ? planDenial(cell, cell.meter) : null;
  const connections = cell.state.of(call.tool?.integration ?? "");
  const admission = admit({ ...call, approved }, key, connections, denial);
  if (admission.kind === "refused") {
    if (call.approved && call.idempotency) cell.idempotency.settle(call.idempotency.key, null);
    return refuse(cell, call, key, admission);
  }
  const connectionId = admission.kind === "admitted" ? (admission.connection?.id ?? null) : admission.connectionId;
  if (admission.kind === "person_needed") {
    if (!call.approvable) return refuse(cell, call, key, filesCannotWait(connectionId));
    if (!canWait(call.approvable)) return refuse(cell, call, key, tooLargeToWait(connectionId));
  }
  const earlier = call.idempotency && claim(cell, call, approved, connectionId);
  if (earlier) return earlier.kind === "refused" ? refuse(cell, call, key, earlier) : earlier;
  return admission.kind === "person_needed"
    ? awaitPerson(cell, call, key, connectionId)
    : record(cell, call, key, admission);
}

/** What the plan says of a call to an app, for `admit`. */
function planDenial(cell: Cell, meter: Meter): (app: string | null) => PlanDenial | null {
  const upgradeUrl = upgradeUrlOf(cell.environment);
  return (app) => {
    const denied = meter.denyCall(app, Date.now());
    return denied && { message: denied.message, upgradeUrl };
  };
}

function filesCannotWait(connectionId: number | null): Refused {
  const message = "A person has to approve this, and files sent inside the request cannot wait for one.";
  const hint = "Put the files at a public https address and name that in s3key.";
  return {
    kind: "refused",
    code: "invalid_arguments",
    message,
    facts: { hint, invalidFields: ["files"] },
    connectionId,
  };
}

function tooLargeToWait(connectionId: number | null): Refused {
  const message = "A person has to approve this, and arguments of over 1.5 MB cannot wait for one.";
  const hint = "Put large content at a public https address, as a file, where the action takes files; else send less.";
  return { kind: "refused", code: "invalid_arguments", message, facts: { hint }, connectionId };
}

/** Claims the call's idempotency key, or says what an earlier call with it means for this one. */
function claim(
  cell: Cell,
  call: BeginCall,
  approved: boolean,
  connectionId: number | null,
): Extract<Begun, { kind: "refused" | "replayed" | "pending" }> | null {
  if (!call.idempotency) return null;
  const { key, fingerprint } = call.idempotency;
  if (approved) {
    cell.idempotency.restart(key, call.startedAt);
    return null;
  }
  const found = cell.idempotency.claim(key, fingerprint, call.startedAt);
  const waiting = found.kind === "running" || found.kind === "interrupted" ? cell.approvals.waitingFor(key) : null;
  if (waiting !== null) return pending(cell, waiting, connectionId);
  switch (found.kind) {
    case "first":
      return null;
    case "replay":
      return { kind: "replayed", answer: found.answer };
    case "conflict":
      return refusal("idempotency_conflict", "This idempotency key was used with other arguments.", connectionId);
    case "running":
      return refusal(
        "idempotency_in_progress",
        "The first call with this idempotency key is still running.",
        connectionId,
        { retryAfterMs: runningRetryMs },
      );
    case "interrupted":
      return refusal(
        "idempotency_conflict",
        "The first call with this idempotency key was interrupted; whether it happened is not known.",
        connectionId,
        { hint: "Look at the provider whether it happened, and use a fresh key to do it again." },
      );
  }
}

type Refused = Extract<Admission, { kind: "refused" }>;

function refusal(
  code: ExecutionErrorCode,
  message: string,
  connectionId: number | null,
  facts: ErrorFacts = {},
): Refused {
  return { kind: "refused", code, message, facts, connectionId };
}

async function refuse(cell: Cell, call: BeginCall, key: KeySnapshot, refused: Refused): Promise<Begun> {
  const row = errorTable[refused.code];
  cell.journal.write({
    record: {
      ...recordOf(call, refused.connectionId),
      status: row.outcome,
      errorType: row.type,
      errorCode: refused.code,
      errorMessage: refused.message,
      latencyMs: Math.max(Date.now() - call.startedAt, 0),
      finishedAt: Date.now(),
    },
    keyId: key.id,
    device: key.name,
  });
  await cell.flushSoon();
  return refused;
}

async function awaitPerson(cell: Cell, call: BeginCall, key: KeySnapshot, connectionId: number | null): Promise<Begun> {
  if (call.approvable) cell.approvals.add(call.executionId, call.approvable, call.keyHash, call.startedAt);
  cell.journal.write({
    record: { ...recordOf(call, connectionId), status: "pending_approval" },
    keyId: key.id,
    device: key.name,
  });
  await cell.flushSoon();
  return pending(cell, call.executionId, connectionId);
}

function pending(cell: Cell, executionId: string, connectionId: number | null): Extract<Begun, { kind: "pending" }> {
  const approvalUrl = `${cell.environment.WEB_ORIGIN}/dashboard/approvals/${executionId}`;
  return { kind: "pending", executionId, approvalUrl, connectionId };
}

async function record(
  cell: Cell,
  call: BeginCall,
  key: KeySnapshot,
  admission: Extract<Admission, { kind: "admitted" }>,
): Promise<Begun> {
  const { connection, requiresConfirmation, policyReason } = admission;
  const { likeness, executionId } = call;
  const repeats = likeness === null ? undefined : cell.recentWrites.note(key.id, likeness, executionId, Date.now());
  const admitted: Begun = {
    kind: "admitted",
    connection: null,
    requiresConfirmation,
    policyReason,
    pacedMs: 0,
    repeats,
  };
  const entry = { record: recordOf(call, connection?.id ?? null), keyId: key.id, device: key.name };
  if (call.mode === "direct" && (call.tool?.action.effect !== "read" || call.idempotency)) {
    cell.journal.write(entry);
    await cell.flushSoon();
  } else cell.journal.writeSoon(entry, () => cell.later(cell.flushSoon()));
  if (!connection) return admitted;
  const release = (code: ExecutionErrorCode, message: string, retryAfterMs: number) => {
    if (call.idempotency) cell.idempotency.settle(call.idempotency.key, null);
    cell.recentWrites.forget(call.executionId);
    return refuse(cell, call, key, refusal(code, message, connection.id, { retryAfterMs }));
  };
  const paced: Paced =
    call.mode === "preview" ? { kind: "go", pacedMs: 0 } : await cell.pacing.take(connection, key.id, call.deadline);
  if (paced.kind === "limited") {
    const message = `${connection.integration} is at its rate limit for longer than this call may wait.`;
    return release("rate_limited", message, paced.retryAfterMs);
  }
  if (paced.kind === "unavailable") {
    const message = `${connection.integration} has been failing, so it is left alone for a moment.`;
    return release("provider_unavailable", message, paced.retryAfterMs);
  }
  const sealed = await admittedConnection(cell, connection);
  if (!sealed) {
    return release("provider_unavailable", "This connection's credential cannot be read just now.", runningRetryMs);
  }
  return { ...admitted, connection: sealed, pacedMs: paced.pacedMs };
}
