import { unwrap } from "@clawlink/contract";
import { billingEvents, openDatabase } from "@clawlink/db";
import { applyChange, type SubscriptionChange } from "@clawlink/services/billing/apply-change";
import { changeOfOrder } from "@clawlink/services/billing/change-of-event";
import { changedAt, PolarOrder, PolarSubscription } from "@clawlink/services/billing/polar-subscription";
import { iterListOrders } from "@polar-sh/sdk/2026-10/services/orders";
import { iterListSubscriptions } from "@polar-sh/sdk/2026-10/services/subscriptions";
import { lt } from "drizzle-orm";
import type { z } from "zod";
import { cellOf } from "../account/cell-of.ts";
import { type Bindings, readEnvironment } from "../environment.ts";
import { reportError } from "../report-error.ts";
import { passAddressesOn } from "./pass-address-on.ts";
import { polarClient } from "./polar-client.ts";

/** The most Polar lists at once. */
const limit = 100;
/** Orders are looked at for this long after they were made: given back later, what they paid for is over, even a year. */
const ordersMs = 400 * 86_400_000;

/** Polar sends an event again for some hours; a change is applied by its own time anyway. */
const eventsMs = 90 * 86_400_000;

type Found = Pick<SubscriptionChange, "subscription" | "refundedOrderAt">;

/** What was listed, parsed; null, and reported, when it is not as documented. */
function readable<S extends z.ZodType>(schema: S, item: unknown): z.output<S> | null {
  const result = schema.safeParse(item);
  if (!result.success) reportError(result.error);
  return result.success ? result.data : null;
}

/** What Polar has: every subscription, then the orders that were given back. */
async function* findAll(bindings: Bindings, now: number): AsyncGenerator<Found> {
  const { billing } = readEnvironment(bindings);
  if (!billing) return;
  const client = polarClient(billing);
  for await (const item of iterListSubscriptions(client)({ limit })) {
    const subscription = readable(PolarSubscription, item);
    if (subscription) yield { subscription, refundedOrderAt: null };
  }
  const created_after = new Date(now - ordersMs).toISOString();
  for await (const item of iterListOrders(client)({ limit, status: "refunded", created_after })) {
    const order = readable(PolarOrder, item);
    const change = order && changeOfOrder(order);
    if (change) yield change;
  }
}

/**
 * Repairs what webhooks missed: Polar's subscriptions as they are now, each as of when it was last changed, so that a newer event stays.
 * Answers how many were repaired. One that cannot be read is reported and keeps none of the others from it.
 */
export async function reconcile(bindings: Bindings, now: number): Promise<number> {
  const { billing } = readEnvironment(bindings);
  if (!billing) return 0;
  const database = openDatabase(bindings.DB);
  let repaired = 0;
  for await (const found of findAll(bindings, now)) {
    const change = { ...found, at: changedAt(found.subscription), eventId: "", type: "reconciled" };
    try {
      const userId = await applyChange(database, change, billing.plans, now);
      if (userId === null) continue;
      repaired += 1;
      unwrap(await cellOf(bindings, userId).planChanged());
    } catch (error) {
      reportError(error);
    }
  }
  repaired += await passAddressesOn(billing, database, null);
  await database.delete(billingEvents).where(lt(billingEvents.receivedAt, new Date(now - eventsMs)));
  return repaired;
}
