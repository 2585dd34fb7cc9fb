import * as z from "zod";
import { ask } from "./client.ts";
import { Failure } from "./failure.ts";
import type { OpenClawApi } from "./openclaw-api.ts";
import { clearPending, PendingPairing, readPending, writePending } from "./pending-pairing.ts";
import { readSettings, saveKey } from "./settings.ts";

const Started = PendingPairing.omit({ baseUrl: true });
const Session = z.object({ session: z.object({ status: z.string(), approvedUserHint: z.string().nullish() }) });
const Exchanged = Session.extend({ apiKey: z.string().min(1) });

/** Where pairing stands, as far as a person or a model has to know. */
export type PairingState =
  | { readonly status: "paired"; readonly account: string | null }
  | { readonly status: "waiting"; readonly pending: PendingPairing }
  | { readonly status: "ended"; readonly why: string }
  | { readonly status: "none" };

/** Starts pairing this OpenClaw, or goes on with the pairing under way; `paired` when it has a key already. */
export async function beginPairing(api: OpenClawApi, deviceLabel?: string): Promise<PairingState> {
  const settings = readSettings(api);
  if (settings.apiKey) return { status: "paired", account: null };
  const underWay = await readPending(api, settings.baseUrl);
  if (underWay) return { status: "waiting", pending: underWay };
  const started = await ask(settings, {
    method: "POST",
    path: "/api/openclaw/pair/start",
    body: { deviceLabel: deviceLabel?.trim() || "OpenClaw" },
    answer: Started,
  });
  const pending = { ...started, baseUrl: settings.baseUrl };
  await writePending(api, pending);
  return { status: "waiting", pending };
}

/** Asks how far the person has come; once they have approved, fetches the key, saves it, and says so to ClawLink. */
export async function advancePairing(api: OpenClawApi): Promise<PairingState> {
  const settings = readSettings(api);
  const pending = await readPending(api, settings.baseUrl);
  if (!pending) return settings.apiKey ? { status: "paired", account: null } : { status: "none" };
  const path = `/api/openclaw/pair/sessions/${encodeURIComponent(pending.sessionToken)}`;
  const open = { baseUrl: settings.baseUrl, apiKey: null };
  const { session } = await ask(open, { path, answer: Session }).catch(async (error: unknown) => {
    if (error instanceof Failure && error.code === "not_found") await clearPending(api);
    throw error;
  });
  switch (session.status) {
    case "awaiting_browser":
      return { status: "waiting", pending };
    case "ready_for_device":
    case "awaiting_local_save": {
      const body = { verifier: pending.verifier };
      const { apiKey } = await ask(open, { method: "POST", path: `${path}/exchange`, body, answer: Exchanged });
      await saveKey(api, apiKey);
      // Until this succeeds the pairing stays pending, and the next try exchanges again for a fresh key.
      await ask(open, { method: "POST", path: `${path}/finalize`, body, answer: Session });
      await clearPending(api);
      return { status: "paired", account: session.approvedUserHint ?? null };
    }
    case "paired":
      await clearPending(api);
      return { status: "paired", account: session.approvedUserHint ?? null };
    default:
      await clearPending(api);
      return { status: "ended", why: session.status === "failed" ? "The person rejected it." : "It has expired." };
  }
}

/** Revokes the key at ClawLink, then forgets it and any pairing under way; whether ClawLink has confirmed the revocation. */
export async function forget(api: OpenClawApi): Promise<boolean> {
  const revoked = await revoke(api);
  await clearPending(api);
  await saveKey(api, null);
  return revoked;
}

/** A key that ClawLink does not know any more is as good as revoked. */
async function revoke(api: OpenClawApi): Promise<boolean> {
  try {
    const settings = readSettings(api);
    if (!settings.apiKey) return true;
    await ask(settings, { method: "DELETE", path: "/api/agent/key", answer: z.object({ success: z.literal(true) }) });
    return true;
  } catch (error) {
    return error instanceof Failure && error.code === "unauthorized";
  }
}

/** The state in words, ending with the next step. */
export function pairingText(state: PairingState): string {
  switch (state.status) {
    case "paired":
      return `This OpenClaw is paired with ClawLink${state.account ? ` (${state.account})` : ""}.\nNext: clawlink_list_integrations shows the connected apps.`;
    case "waiting":
      return [
        "Waiting for a person to approve this OpenClaw.",
        `1. Open ${state.pending.pairUrl}`,
        `2. Check that the page shows the code ${state.pending.displayCode}, then approve.`,
        `Next: when they say it is done, call clawlink_get_pairing_status (or /clawlink pair-status). The link works until ${state.pending.expiresAt}.`,
      ].join("\n");
    case "ended":
      return `This pairing is over. ${state.why}\nNext: start again with clawlink_begin_pairing (or /clawlink pair).`;
    case "none":
      return "This OpenClaw is not paired with ClawLink.\nNext: call clawlink_begin_pairing (or /clawlink pair).";
  }
}
