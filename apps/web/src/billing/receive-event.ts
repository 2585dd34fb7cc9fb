import { AppError } from "@clawlink/contract";
import { applyChange } from "@clawlink/services/billing/apply-change";
import { changeOfEvent } from "@clawlink/services/billing/change-of-event";
import { webhooks } from "@polar-sh/sdk/2026-10";
import { z } from "zod";
import type { Platform } from "../platform/platform.ts";
import { billingOf } from "./billing-of.ts";

/** The most an event may be, in characters: a subscription with its product is some thousand. */
const largest = 256 * 1024;

const signed = ["webhook-id", "webhook-timestamp", "webhook-signature"] as const;

/** The event of a request whose signature holds by one of the secrets and is at most five minutes old; null for a type nobody here knows. Throws `forbidden`. */
async function checked(request: Request, body: string, secrets: readonly string[]): Promise<unknown> {
  const headers = Object.fromEntries(signed.map((name) => [name, request.headers.get(name) ?? ""]));
  for (const secret of secrets) {
    try {
      return await webhooks.validateEvent(body, headers, secret);
    } catch (error) {
      if (error instanceof webhooks.PolarWebhookVerificationError) continue;
      if (error instanceof webhooks.PolarWebhookUnknownTypeError) return null;
      if (error instanceof webhooks.PolarWebhookError) throw new AppError("bad_request", "The event cannot be read.");
      throw error;
    }
  }
  throw new AppError("forbidden", "The signature does not hold.");
}

/**
 * Takes an event of Polar's: signature first, then one batch, then a word to the account's cell by `later`, since Polar waits for ten seconds at
 * the most. Any order and any number of times come to the same; a cell that is not told reads again by itself.
 */
export async function receiveEvent(
  { environment, database }: Platform,
  request: Request,
  later: (work: Promise<unknown>) => unknown,
): Promise<{ success: true }> {
  const { plans, webhookSecrets } = billingOf(environment);
  const body = await request.text();
  if (body.length > largest) throw new AppError("payload_too_large", "The event is over 256 KB.");
  const event = await checked(request, body, webhookSecrets);
  if (event === null) return { success: true };
  try {
    const change = changeOfEvent(request.headers.get("webhook-id") ?? "", event);
    const userId = change && (await applyChange(database, change, plans, Date.now()));
    if (userId !== null) await later(environment.RPC.planChanged(userId));
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    console.error("polar event", error.issues.map(({ path }) => path.join(".")).join(", "));
    throw new AppError("bad_request", "The event is not as Polar documents it.");
  }
  return { success: true };
}
