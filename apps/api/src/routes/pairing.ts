import { AppError, agentRoutes, unwrap } from "@clawlink/contract";
import { exchangeRefusal } from "@clawlink/services/pairing/exchange-pairing";
import { finalizePairing } from "@clawlink/services/pairing/finalize-pairing";
import { findPairing, findPairingOfDevice } from "@clawlink/services/pairing/find-pairing";
import { pairingAnswer } from "@clawlink/services/pairing/pairing-answer";
import { startPairing } from "@clawlink/services/pairing/start-pairing";
import type { Hono } from "hono";
import { cellOf } from "../account/cell-of.ts";
import { limitStarts } from "../limit-starts.ts";
import { type Env, serve } from "../serve.ts";

/** How often a device asks whether it was approved, in milliseconds. */
export const pollIntervalMs = 3_000;

/** Pairing of OpenClaw installs (CONTRACT.md section 3). */
export function pairingRoutes(app: Hono<Env>): void {
  serve(app, agentRoutes.startPairing, async ({ body, deps, request }) => {
    await limitStarts(deps.bindings, request);
    const { row, token, verifier } = await startPairing(deps.database, body.deviceLabel ?? "OpenClaw device");
    return {
      sessionToken: token,
      displayCode: row.displayCode,
      deviceLabel: row.deviceLabel,
      status: "awaiting_browser" as const,
      expiresAt: row.expiresAt.toISOString(),
      pollIntervalMs,
      pairUrl: `${deps.environment.WEB_ORIGIN}/openclaw/pair/${token}`,
      verifier,
    };
  });
  serve(app, agentRoutes.getPairing, async ({ params, deps }) => ({
    session: pairingAnswer(await findPairing(deps.database, params.token), params.token),
  }));
  serve(app, agentRoutes.exchangePairing, async ({ params, body, deps }) => {
    const session = await findPairingOfDevice(deps.database, params.token, body.verifier);
    const refused = exchangeRefusal(session);
    if (refused) throw refused;
    if (!session.userId) throw new AppError("conflict", "The person has not approved this device yet.");
    const cell = cellOf(deps.bindings, session.userId);
    const { row, apiKey, apiKeyId } = unwrap(await cell.exchangePairing(session.id, body.client));
    return { session: pairingAnswer(row, params.token), apiKey, apiKeyId };
  });
  serve(app, agentRoutes.finalizePairing, async ({ params, body, deps }) => {
    const session = await findPairingOfDevice(deps.database, params.token, body.verifier);
    return { session: pairingAnswer(await finalizePairing(deps.database, session), params.token) };
  });
}
