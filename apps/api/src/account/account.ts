import { DurableObject } from "cloudflare:workers";
import {
  type AccessPolicy,
  type AccountDeleted,
  type Answer,
  AppError,
  answer,
  type BillingStatus,
  type ConnectionRemoved,
  type HermesStatus,
  type Key,
  type KeyChange,
  type KeyCreated,
} from "@clawlink/contract";
import { openDatabase } from "@clawlink/db";
import type { AgainCall, BeginCall, Begun, ConnectionSnapshot, FinishCall, Paced, Refreshed } from "@clawlink/engine";
import { loadAccount } from "@clawlink/services/account/load-account";
import { renameConnection } from "@clawlink/services/connection/rename-connection";
import { changeKey } from "@clawlink/services/key/change-key";
import { keyAnswer } from "@clawlink/services/key/key-answer";
import { revokeKey } from "@clawlink/services/key/revoke-key";
import type { PlainRequest, PlainResponse } from "../authorization/plain-message.ts";
import { openMeter } from "../billing/open-meter.ts";
import type { CalledFrom } from "../called-from.ts";
import { type Bindings, readEnvironment } from "../environment.ts";
import { reportError } from "../report-error.ts";
import { openVault } from "../vault.ts";
import { AccountState, connectionSnapshot, keySnapshot } from "./account-state.ts";
import { answerTokenRequest } from "./answer-token-request.ts";
import { Approvals, type ApprovedCall } from "./approvals.ts";
import { approveAuthorization } from "./approve-authorization.ts";
import { beginCall } from "./begin-call.ts";
import type { Caller } from "./caller.ts";
import { catchUp } from "./catch-up.ts";
import type { Cell } from "./cell.ts";
import { createKey } from "./create-key.ts";
import { decideExecution } from "./decide-execution.ts";
import { deleteAccount } from "./delete-account.ts";
import { finishCalls } from "./finish-calls.ts";
import { flush } from "./flush.ts";
import { gatherMs } from "./gathered-finish.ts";
import { Grants } from "./grants.ts";
import { Idempotency } from "./idempotency.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { keyOfToken } from "./key-of-token.ts";
import { letHermesIn } from "./let-hermes-in.ts";
import { makeDefaultConnection } from "./make-default-connection.ts";
import { Pacing } from "./pacing.ts";
import { type PairedClient, pairClient } from "./pair-client.ts";
import { RecentWrites } from "./recent-writes.ts";
import { refreshAhead } from "./refresh-ahead.ts";
import { Refresher } from "./refresher.ts";
import { refresherHostOf } from "./refresher-host.ts";
import { removeConnection } from "./remove-connection.ts";
import { Rotations } from "./rotations.ts";
import { type NewConnection, saveConnection } from "./save-connection.ts";
import { setDisabled } from "./set-disabled.ts";
import { settleAbandoned } from "./settle-abandoned.ts";
import { type MessageAddress, SideMessages } from "./side-messages.ts";
import { standingsOf, type Wanted } from "./wanted.ts";

/** How soon finished calls go to D1, and how often a cell looks after what is unfinished, and a quiet one after itself, in milliseconds. */
const flushMs = 1_500;
const tendMs = 60_000;
const pruneMs = 3_600_000;
/** How long the end of a read that was answered may be on its way, in milliseconds. */
const toldWithinMs = gatherMs + 50;

/** One account's cell: the only writer of its keys, connections, policies and executions (ARCHITECTURE.md section 2, property 3). */
export class Account extends DurableObject<Bindings> {
  #cell: Promise<Cell | null> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #alarmAt: number | null = null;
  readonly #sideMessages = new SideMessages();
  /** Whether D1 may have a change that the cell does not know of. */
  #behind = false;

  async #load(): Promise<Cell | null> {
    const accountId = this.ctx.id.name ?? "";
    const environment = readEnvironment(this.env);
    const database = openDatabase(this.env.DB);
    const rows = await loadAccount(database, accountId);
    if (!rows) return null;
    const { sql } = this.ctx.storage;
    const vault = await openVault(this.env, environment);
    const state = new AccountState(rows.keys.map(keySnapshot), rows.connections.map(connectionSnapshot));
    state.disabled = rows.disabled;
    const refresherHost = refresherHostOf(environment, { accountId, vault, database, state });
    const rotations = new Rotations(sql);
    const grants = new Grants(sql, async ({ id, keyId }) => {
      rotations.forget(id);
      state.dropKey(keyId);
      await revokeKey(database, accountId, keyId);
    });
    const later = (work: Promise<unknown>) => this.ctx.waitUntil(work.catch(reportError));
    const { billing } = environment;
    const meter = billing && (await openMeter(environment, billing, { accountId, sql, database, state, later }));
    const cell: Cell = {
      accountId,
      environment,
      database,
      vault,
      state,
      journal: new Journal(sql, meter),
      meter,
      idempotency: new Idempotency(sql),
      approvals: new Approvals(sql),
      grants,
      rotations,
      refresher: new Refresher(sql),
      refresherHost,
      pacing: new Pacing((client, connectionId, demand, limit) => {
        const { CLIENT_PACES } = this.env;
        return CLIENT_PACES.get(CLIENT_PACES.idFromName(client)).share(`${accountId}/${connectionId}`, demand, limit);
      }, later),
      recentWrites: new RecentWrites(),
      records: new Map(),
      used: { keys: new Map(), connections: new Map() },
      later,
      flushSoon: () => this.#wakeBy(Date.now() + flushMs),
    };
    await cell.refresher.recover(refresherHost, state);
    if (meter) {
      await flush(cell);
      await meter.recover(cell.journal.abandoned(Number.MAX_SAFE_INTEGER), Date.now());
    }
    return cell;
  }

  /** Sees to an alarm at `time` or before; the one that is set is remembered, since asking costs as much as a write. */
  async #wakeBy(time: number): Promise<void> {
    if (this.#alarmAt !== null && this.#alarmAt <= time) return;
    this.#alarmAt = time;
    const due = await this.ctx.storage.getAlarm();
    if (due === null || due > time) await this.ctx.storage.setAlarm(time);
  }

  /** The loaded cell, or null when no such account exists; a failed load is tried again by the next caller. */
  async #find(): Promise<Cell | null> {
    this.#cell ??= this.#load();
    try {
      const cell = await this.#cell;
      if (!cell) this.#cell = null;
      return cell;
    } catch (error) {
      this.#cell = null;
      throw error;
    }
  }

  async #need(): Promise<Cell> {
    const cell = await this.#find();
    if (!cell) throw new AppError("not_found", "There is no such account.");
    return cell;
  }

  /** Runs changes to the account's rows one after the other, and answers with a value or a fault. */
  #change<T>(work: (cell: Cell) => Promise<T>): Promise<Answer<T>> {
    const change = async () => {
      const cell = await this.#need();
      if (this.#behind) await catchUp(cell);
      this.#behind = false;
      try {
        return await work(cell);
      } catch (error) {
        this.#behind = !(error instanceof AppError);
        if (this.#behind) await catchUp(cell).then(() => (this.#behind = false), reportError);
        throw error;
      }
    };
    const done = this.#queue.then(() => answer(change, reportError));
    this.#queue = done;
    return done;
  }

  async begin(call: BeginCall, from: CalledFrom | null = null): Promise<Begun> {
    const cell = await this.#find();
    return cell ? beginCall(cell, call, from) : { kind: "unauthorized" };
  }

  async finish(keyHash: string, calls: readonly FinishCall[]): Promise<void> {
    await finishCalls(await this.#need(), keyHash, calls);
  }

  /** Learns from an attempt that may be repeated, and waits for the slot of the next one. */
  async again({ connectionId, sign, notBeforeMs, deadline }: AgainCall, keyHash: string): Promise<Paced> {
    const cell = await this.#need();
    const connection = cell.state.connection(connectionId);
    if (!connection) return { kind: "unavailable", retryAfterMs: 0 };
    await cell.pacing.observe(connection, sign);
    await new Promise((resolve) => setTimeout(resolve, notBeforeMs));
    return cell.pacing.take(connection, cell.state.keyOf(keyHash)?.id ?? keyHash, deadline);
  }

  async refresh(connectionId: number, seenVersion: number): Promise<Refreshed> {
    const cell = await this.#need();
    return cell.refresher.refresh(cell.refresherHost, cell.state, connectionId, seenVersion);
  }

  /** The caller of a live key with what is wanted of the connections its policy lets it use, or null. */
  async identify(keyHash: string, from: CalledFrom | null = null, wanted: Wanted = null): Promise<Caller | null> {
    const cell = await this.#find();
    const key = cell?.state.keyOf(keyHash);
    if (!cell || !key) return null;
    cell.used.keys.set(key.id, { at: Date.now(), from });
    await cell.flushSoon();
    return { key, apps: standingsOf(cell.state, key, wanted) };
  }

  /** One of the account's connections, for a signed-in person. */
  async connection(id: number): Promise<ConnectionSnapshot | null> {
    return (await this.#find())?.state.connection(id) ?? null;
  }

  /** Why the plan does not cover connecting an app, or null. */
  async connectDenial(integration: string): Promise<string | null> {
    return (await this.#need()).meter?.denyConnect(integration, Date.now())?.message ?? null;
  }

  billingStatus(): Promise<Answer<BillingStatus | null>> {
    return answer(async () => (await (await this.#need()).meter?.shown(Date.now())) ?? null, reportError);
  }

  planChanged(): Promise<Answer<void>> {
    return this.#change(async ({ meter }) => meter?.reload());
  }

  /** Refuses every key and signs the person out, or lets them back in. */
  setDisabled(disabled: boolean): Promise<Answer<void>> {
    return this.#change((cell) => setDisabled(cell, disabled));
  }

  createKey(name: string, policy: AccessPolicy): Promise<Answer<KeyCreated>> {
    return this.#change((cell) => createKey(cell, name, policy));
  }

  async revokeKey(keyId: string): Promise<Answer<void>> {
    // Refused from now on, whatever change is under way before this one.
    const cell = await this.#find().catch(() => null);
    cell?.state.dropKey(keyId);
    return this.#change(async (cell) => {
      const rows = await revokeKey(cell.database, cell.accountId, keyId).returning();
      cell.state.dropKey(keyId);
      if (rows.length === 0) throw new AppError("not_found", "There is no such key.");
    });
  }

  changeKey(keyId: string, change: KeyChange): Promise<Answer<Key>> {
    return this.#change(async (cell) => {
      const row = await changeKey(cell.database, cell.accountId, keyId, change);
      cell.state.putKey(keySnapshot(row));
      return keyAnswer(row);
    });
  }

  exchangePairing(sessionId: string, client: "openclaw" | "cli"): Promise<Answer<PairedClient>> {
    return this.#change((cell) => pairClient(cell, sessionId, client));
  }

  approveHermes(sessionId: string): Promise<Answer<HermesStatus>> {
    return this.#change((cell) => letHermesIn(cell, sessionId));
  }

  /** A person lets an MCP client in, as the authorization request at `address` asks. */
  approveAuthorization(address: string, policy: AccessPolicy): Promise<Answer<{ to: string }>> {
    return this.#change((cell) => approveAuthorization(cell, address, policy));
  }

  /** A request to the OAuth token endpoint with a code or a token of this account. */
  answerTokenRequest(request: PlainRequest): Promise<Answer<PlainResponse>> {
    return this.#change((cell) => answerTokenRequest(cell, request));
  }

  /** The live key an access token stands for, when the token is for one of `resources`; null otherwise. */
  async keyOfToken(token: string, resources: readonly string[]): Promise<string | null> {
    const cell = await this.#find();
    const keyHash = cell && (await keyOfToken(cell, token, resources));
    return keyHash && (await this.identify(keyHash)) ? keyHash : null;
  }

  saveConnection(connection: NewConnection): Promise<Answer<ConnectionSnapshot>> {
    return this.#change((cell) => saveConnection(cell, connection));
  }

  renameConnection(connectionId: number, label: string | null, was?: string | null): Promise<Answer<void>> {
    return this.#change(async (cell) => {
      if (!cell.state.connection(connectionId)) throw new AppError("not_found", "There is no such connection.");
      await renameConnection(cell.database, cell.accountId, connectionId, label, was);
      cell.state.patchConnection(connectionId, { connectionLabel: label });
    });
  }

  makeDefaultConnection(connectionId: number): Promise<Answer<void>> {
    return this.#change((cell) => makeDefaultConnection(cell, connectionId));
  }

  removeConnection(connectionId: number): Promise<Answer<ConnectionRemoved>> {
    return this.#change((cell) => cell.refresher.alone(connectionId, () => removeConnection(cell, connectionId)));
  }

  /** A call the journal still holds, or null when D1 has it. */
  async findExecution(id: string): Promise<JournalEntry | null> {
    const cell = await this.#find();
    const entry = cell?.journal.read(id) ?? null;
    if (entry?.record.status !== "running" || entry.record.effect !== "read") return entry;
    await new Promise((resolve) => setTimeout(resolve, toldWithinMs));
    return cell?.journal.read(id) ?? null;
  }

  /** A call that waits for a person, with the connection it would be made with; null when none does. */
  async findWaiting(id: string): Promise<(ApprovedCall & { connection: ConnectionSnapshot | null }) | null> {
    const cell = await this.#find();
    const waiting = cell?.approvals.read(id);
    if (!cell || !waiting) return null;
    const connectionId = cell.journal.read(id)?.record.connectionId ?? null;
    return { ...waiting, connection: connectionId === null ? null : cell.state.connection(connectionId) };
  }

  decideExecution(id: string, action: "approve" | "reject"): Promise<Answer<ApprovedCall>> {
    return this.#change((cell) => decideExecution(cell, id, action));
  }

  async expectMessage(address: MessageAddress): Promise<boolean> {
    return this.#sideMessages.expect(address);
  }

  takeMessage(address: MessageAddress): Promise<string | null> {
    return this.#sideMessages.take(address);
  }

  async putMessage(address: MessageAddress, message: string): Promise<boolean> {
    return this.#sideMessages.put(address, message);
  }

  async dropMessage(address: MessageAddress): Promise<void> {
    this.#sideMessages.drop(address);
  }

  /** Ends what was abandoned, and brings D1 up to date for somebody who is about to look, reads that have just been answered included. */
  flush(): Promise<Answer<void>> {
    return answer(async () => {
      const cell = await this.#need();
      settleAbandoned(cell, Date.now());
      if (cell.journal.reading) await new Promise((resolve) => setTimeout(resolve, toldWithinMs));
      await flush(cell);
    }, reportError);
  }

  /** Removes everything of the account, this cell's own storage last; an alarm finishes it if that is cut short. */
  deleteAccount(): Promise<Answer<AccountDeleted>> {
    return this.#change(async (cell) => {
      await this.#wakeBy(Date.now() + tendMs);
      const deleted = await deleteAccount(cell, this.env.CREDENTIALS);
      await this.#clear();
      return deleted;
    });
  }

  async #clear(): Promise<void> {
    this.#cell = null;
    this.#alarmAt = null;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  /** Renews a token that expires before `moment` (epoch ms), if it can be renewed. */
  async refreshAhead(connectionId: number, moment: number): Promise<void> {
    await refreshAhead(await this.#need(), connectionId, moment);
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    // The platform gives up on an alarm that keeps failing; what waits here must not depend on somebody calling again.
    const next = await this.#tend().catch((error: unknown) => {
      reportError(error);
      return Date.now() + tendMs;
    });
    // A call that came in meanwhile may have asked for an earlier one.
    if (next !== null) await this.#wakeBy(next);
  }

  /** Looks after what is unfinished; answers when to do so again, in epoch ms, or null. */
  async #tend(): Promise<number | null> {
    const cell = await this.#find();
    if (!cell) {
      await this.#clear();
      return null;
    }
    const now = Date.now();
    settleAbandoned(cell, now);
    cell.idempotency.prune(now);
    await flush(cell);
    if (cell.journal.pending || cell.approvals.waiting) return now + tendMs;
    return cell.idempotency.empty ? null : now + pruneMs;
  }
}
