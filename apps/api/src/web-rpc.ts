import { WorkerEntrypoint } from "cloudflare:workers";
import {
  type AccessPolicy,
  type AccountMail,
  type Answer,
  AppError,
  type AuthorizationReturn,
  answer,
  type DashboardCall,
  type ExecuteAnswer,
  type KeyChange,
  unwrap,
  type WebRpc as WebRpcInterface,
} from "@clawlink/contract";
import { execute, findTool, showRequest } from "@clawlink/engine";
import { endSession } from "@clawlink/services/connect-session/end-session";
import { findOpenSession, findSession } from "@clawlink/services/connect-session/find-session";
import { rejectHermes } from "@clawlink/services/hermes/end-hermes";
import { findHermes } from "@clawlink/services/hermes/find-hermes";
import { decidePairing } from "@clawlink/services/pairing/decide-pairing";
import { pairingAnswer } from "@clawlink/services/pairing/pairing-answer";
import { accountFacts, dashboardKey } from "./account/account-state.ts";
import { type AccountCell, cellOf } from "./account/cell-of.ts";
import { noStanding } from "./account/wanted.ts";
import {
  authorizationAddress,
  denyAuthorization,
  describeAuthorization,
} from "./authorization/describe-authorization.ts";
import { changePlan } from "./billing/change-plan.ts";
import { passAddressesOn } from "./billing/pass-address-on.ts";
import { catalog } from "./catalog.ts";
import { checkHealth } from "./check-health.ts";
import { authorize } from "./connecting/authorize.ts";
import { completeAuthorization } from "./connecting/complete-authorization.ts";
import { sessionView } from "./connecting/session-view.ts";
import { startConnect } from "./connecting/start-connect.ts";
import { submitCredentials } from "./connecting/submit-credentials.ts";
import { type Deps, makeDeps, makePorts } from "./deps.ts";
import { describeTool } from "./discovery/describe-tool.ts";
import type { Bindings } from "./environment.ts";
import { sendAccountMail } from "./mail/send-account-mail.ts";
import { listOAuthClients } from "./oauth-client.ts";
import { reportError } from "./report-error.ts";

/** What this worker does for the web worker; see the interface for what the binding is trusted with. */
export class WebRpc extends WorkerEntrypoint<Bindings> implements WebRpcInterface {
  #cell(userId: string): AccountCell {
    return cellOf(this.env, userId);
  }

  #do<T>(work: (deps: Deps) => Promise<T>): Promise<Answer<T>> {
    return answer(async () => work(await makeDeps(this.env, (later) => this.ctx.waitUntil(later))), reportError);
  }

  approvePairing(userId: string, token: string) {
    return this.#do(async ({ database }) =>
      pairingAnswer(await decidePairing(database, userId, token, "approve"), token),
    );
  }

  rejectPairing(userId: string, token: string) {
    return this.#do(async ({ database }) =>
      pairingAnswer(await decidePairing(database, userId, token, "reject"), token),
    );
  }

  decideHermes(userId: string, sessionId: string, action: "approve" | "reject") {
    return this.#do(async ({ database }) =>
      action === "approve"
        ? unwrap(await this.#cell(userId).approveHermes(sessionId))
        : rejectHermes(database, await findHermes(database, sessionId)),
    );
  }

  describeAuthorization(query: string) {
    return this.#do((deps) => describeAuthorization(deps, query));
  }

  decideAuthorization(userId: string, query: string, policy: AccessPolicy | null) {
    return this.#do(async (deps) =>
      policy === null
        ? denyAuthorization(deps, query)
        : unwrap(await this.#cell(userId).approveAuthorization(authorizationAddress(deps, query), policy)),
    );
  }

  startConnect(userId: string, integration: string, connectionId: number | null) {
    return this.#do(async (deps) => {
      if (connectionId !== null) {
        const connection = await this.#cell(userId).connection(connectionId);
        if (connection?.integration !== integration) throw new AppError("not_found", "There is no such connection.");
      }
      return startConnect(deps, { userId, slug: integration, connectionId, apiKeyId: null });
    });
  }

  getConnect(userId: string, token: string) {
    return this.#do(async ({ database }) => {
      const session = await findSession(database, userId, token);
      const { connectionId } = session;
      const connection = connectionId === null ? null : await this.#cell(userId).connection(connectionId);
      return sessionView(session, token, connection);
    });
  }

  authorize(userId: string, token: string, browser: string) {
    return this.#do((deps) => authorize(deps, userId, token, browser));
  }

  completeAuthorization(userId: string, returned: AuthorizationReturn) {
    return this.#do((deps) => completeAuthorization(deps, userId, returned));
  }

  submitCredentials(userId: string, token: string, fields: Record<string, string>) {
    return this.#do((deps) => submitCredentials(deps, userId, token, fields));
  }

  cancelConnect(userId: string, token: string) {
    return this.#do(async ({ database }) => {
      const session = await findOpenSession(database, userId, token);
      const ended = await endSession(database, session.id, "cancelled", "You cancelled.");
      return sessionView(ended ?? (await findSession(database, userId, token)), token, null);
    });
  }

  renameConnection(userId: string, connectionId: number, label: string | null, was?: string | null) {
    return this.#cell(userId).renameConnection(connectionId, label, was);
  }

  makeDefaultConnection(userId: string, connectionId: number) {
    return this.#cell(userId).makeDefaultConnection(connectionId);
  }

  removeConnection(userId: string, connectionId: number) {
    return this.#cell(userId).removeConnection(connectionId);
  }

  createKey(userId: string, name: string, policy: AccessPolicy) {
    return this.#cell(userId).createKey(name, policy);
  }

  revokeKey(userId: string, keyId: string) {
    return this.#cell(userId).revokeKey(keyId);
  }

  changeKey(userId: string, keyId: string, change: KeyChange) {
    return this.#cell(userId).changeKey(keyId, change);
  }

  describeTool(toolName: string) {
    return this.#do(async () => {
      const found = findTool(catalog, toolName);
      if (!found) throw new AppError("tool_not_found", "There is no such action.");
      return describeTool(found, noStanding);
    });
  }

  callTool(userId: string, call: DashboardCall) {
    return this.#do(async (deps) => {
      const { keyHash } = dashboardKey;
      return (await execute(makePorts(deps, keyHash), { ...call, accountId: userId, keyHash })).answer;
    });
  }

  flushUsage(userId: string) {
    return this.#cell(userId).flush();
  }

  showWaiting(userId: string, executionId: string) {
    return this.#do(async (deps) => {
      const waiting = await this.#cell(userId).findWaiting(executionId);
      if (!waiting) throw new AppError("not_found", "Nothing of that id waits for you.");
      const { call, keyHash, connection } = waiting;
      return showRequest(makePorts(deps, keyHash), {
        accountId: userId,
        executionId,
        toolName: call.toolName,
        input: call.input,
        idempotencyKey: call.controls.idempotencyKey ?? null,
        account: connection && accountFacts(connection),
      });
    });
  }

  decideExecution(
    userId: string,
    executionId: string,
    action: "approve" | "reject",
  ): Promise<Answer<ExecuteAnswer | null>> {
    return this.#do(async (deps) => {
      const { call, keyHash } = unwrap(await this.#cell(userId).decideExecution(executionId, action));
      if (action === "reject") return null;
      const named = call.connectionId === null ? {} : { connectionId: call.connectionId };
      const controls = { ...call.controls, ...named, confirmed: true };
      const ran = await execute(makePorts(deps, keyHash), {
        accountId: userId,
        keyHash,
        toolName: call.toolName,
        input: call.input,
        controls,
        mode: "direct",
        approvedExecutionId: executionId,
      });
      return ran.answer;
    });
  }

  billingStatus(userId: string) {
    return this.#cell(userId).billingStatus();
  }

  planChanged(userId: string) {
    return this.#cell(userId).planChanged();
  }

  changePlan(userId: string, planId: string) {
    return this.#do((deps) => changePlan(deps, userId, planId));
  }

  addressChanged(userId: string) {
    return this.#do(async ({ environment: { billing }, database }) => {
      if (billing) await passAddressesOn(billing, database, userId);
    });
  }

  sendAccountMail(userId: string, mail: AccountMail) {
    return this.#do((deps) => sendAccountMail(deps, userId, mail));
  }

  deleteAccount(userId: string) {
    return this.#cell(userId).deleteAccount();
  }

  disableAccount(userId: string) {
    return this.#cell(userId).setDisabled(true);
  }

  enableAccount(userId: string) {
    return this.#cell(userId).setDisabled(false);
  }

  checkHealth() {
    return this.#do(checkHealth);
  }

  listOAuthClients() {
    return this.#do(({ environment, database }) => listOAuthClients(environment, database));
  }
}
