import { z } from "zod";
import type { SubscriptionChange } from "./apply-change.ts";
import { endsItsPeriod, PolarOrder, PolarSubscription } from "./polar-subscription.ts";

const Event = z.object({
  type: z.string().max(60),
  timestamp: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  data: z.unknown(),
});

/** The change an order brings: its subscription as it was then, and whether the period it paid for is given back; null for any other order. */
export function changeOfOrder(order: PolarOrder): Pick<SubscriptionChange, "subscription" | "refundedOrderAt"> | null {
  if (!order.subscription) return null;
  const refundedOrderAt = endsItsPeriod(order) ? order.created_at : null;
  return { subscription: { ...order.subscription, customer: order.customer }, refundedOrderAt };
}

/** The change that an event with a checked signature brings; null for one that says nothing of a subscription. Throws `ZodError` when it is not as documented. */
export function changeOfEvent(eventId: string, json: unknown): SubscriptionChange | null {
  const { type, timestamp: at, data } = Event.parse(json);
  if (type.startsWith("subscription."))
    return { subscription: PolarSubscription.parse(data), refundedOrderAt: null, at, eventId, type };
  const change = type === "order.refunded" ? changeOfOrder(PolarOrder.parse(data)) : null;
  return change && { ...change, at, eventId, type };
}
