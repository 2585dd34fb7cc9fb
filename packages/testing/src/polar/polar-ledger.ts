import { randomBytes, randomUUID } from "node:crypto";
import type { models } from "@polar-sh/sdk/2026-10";
import { type FakeCustomer, newOrder, newSubscription, productOf, withinOrder } from "./polar-objects.ts";

/** What can happen to a subscription. */
export const happenings = [
  "cancel",
  "uncancel",
  "end",
  "revoke",
  "cycle",
  "past_due",
  "recover",
  "pause_later",
  "pause",
  "resume",
  "refund",
] as const;
export type Happening = (typeof happenings)[number];

/** A checkout as far as the emulation needs it. */
export interface FakeCheckout {
  readonly id: string;
  readonly secret: string;
  readonly productIds: readonly string[];
  readonly customer: FakeCustomer;
  readonly metadata: Record<string, string | number | boolean>;
  readonly successUrl: string;
  readonly returnUrl: string | null;
  paid: boolean;
}

/** An event as it is stored, to be signed at each delivery. */
export interface FakeEvent {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

const month = 30 * 86_400_000;

/** Customers, subscriptions, orders and events of one organization, kept as Polar's documentation says they change. */
export class PolarLedger {
  readonly customers: FakeCustomer[] = [];
  readonly checkouts: FakeCheckout[] = [];
  readonly subscriptions: models.Subscription[] = [];
  readonly orders: models.Order[] = [];
  readonly events: FakeEvent[] = [];
  /** Subscriptions whose next charge fails. */
  readonly declined = new Set<string>();
  /** Subscriptions and customers that the access token may not touch the next time, as if it lacked the scope. */
  readonly forbidden = new Set<string>();
  readonly #last = new Map<string, number>();

  /** A moment later than any before of the same checkout: each of Polar's events has its own. */
  #now(checkoutId: string | null, at: number): string {
    const key = checkoutId ?? "";
    const moment = Math.max(at, (this.#last.get(key) ?? 0) + 1);
    this.#last.set(key, moment);
    return new Date(moment).toISOString();
  }

  customer(externalId: string | null, email: string): FakeCustomer {
    const known = this.customers.find((one) => externalId !== null && one.externalId === externalId);
    if (known) return known;
    const made = { id: randomUUID(), externalId, email, createdAt: new Date().toISOString() };
    this.customers.push(made);
    return made;
  }

  /** Another address for a customer: whatever carries the customer carries it from now on. False when another one has it. */
  address(customer: FakeCustomer, email: string): boolean {
    if (this.customers.some((other) => other !== customer && other.email === email)) return false;
    customer.email = email;
    for (const { customer: own } of this.subscriptions) if (own.id === customer.id) own.email = email;
    return true;
  }

  checkout(facts: Omit<FakeCheckout, "id" | "secret" | "paid">): FakeCheckout {
    const made = { ...facts, id: randomUUID(), secret: `polar_c_${randomBytes(16).toString("hex")}`, paid: false };
    this.checkouts.push(made);
    return made;
  }

  /** Somebody pays: a subscription begins. Who gives the address of another customer there has it with that one, as at Polar. */
  pay(checkout: FakeCheckout, at: number, email?: string): FakeEvent[] {
    checkout.paid = true;
    const { metadata, id: checkoutId } = checkout;
    const customer = this.customers.find((one) => one.email === email) ?? checkout.customer;
    const now = this.#now(checkoutId, at);
    const productId = checkout.productIds[0] ?? "";
    const end = new Date(Date.parse(now) + month).toISOString();
    const active = newSubscription(customer, { productId, checkoutId, metadata, now, end });
    this.subscriptions.push(active);
    const order = newOrder(active, "subscription_create", now);
    this.orders.push(order);
    const created = this.#event("subscription.created", { ...active, status: "incomplete" }, at);
    return [created, ...this.#tell(active, ["subscription.updated", "subscription.active"], at), this.#paid(order, at)];
  }

  /** Lets something happen to a subscription; answers the events Polar sends of it. */
  happen(subscription: models.Subscription, what: Happening, at: number): FakeEvent[] {
    const now = this.#now(subscription.checkout_id, at);
    const it = subscription;
    it.modified_at = now;
    switch (what) {
      case "cancel":
        Object.assign(it, { cancel_at_period_end: true, canceled_at: now, ends_at: it.current_period_end });
        return this.#tell(it, ["subscription.updated", "subscription.canceled"], at);
      case "uncancel":
        Object.assign(it, { cancel_at_period_end: false, canceled_at: null, ends_at: null });
        return this.#tell(it, ["subscription.updated", "subscription.uncanceled"], at);
      case "end":
        Object.assign(it, { status: "canceled", ended_at: it.ends_at ?? now });
        return this.#tell(it, ["subscription.updated", "subscription.revoked"], at);
      case "revoke":
        Object.assign(it, { status: "canceled", canceled_at: now, ends_at: now, ended_at: now });
        return this.#tell(it, ["subscription.updated", "subscription.canceled", "subscription.revoked"], at);
      case "past_due":
        Object.assign(it, { status: "past_due", past_due_at: now });
        return this.#tell(it, ["subscription.updated", "subscription.past_due"], at);
      case "recover":
        Object.assign(it, { status: "active", past_due_at: null });
        return this.#tell(it, ["subscription.updated", "subscription.active"], at);
      case "pause_later": {
        const resumes_at = new Date(Date.parse(it.current_period_end) + month).toISOString();
        Object.assign(it, { pause_at_period_end: true, resumes_at });
        return this.#tell(it, ["subscription.updated"], at);
      }
      case "pause":
        Object.assign(it, { status: "paused", paused_at: now, pause_at_period_end: false });
        return this.#tell(it, ["subscription.updated", "subscription.paused"], at);
      case "resume":
        this.#newPeriod(it, { status: "active", paused_at: null, pause_at_period_end: false, resumes_at: null }, now);
        return [...this.#tell(it, ["subscription.updated", "subscription.resumed"], at), this.#renewed(it, now, at)];
      case "cycle":
        if (it.pause_at_period_end && !it.cancel_at_period_end) return this.happen(it, "pause", at);
        this.#newPeriod(it, pendingOf(it), it.current_period_end);
        return [...this.#tell(it, ["subscription.cycled", "subscription.updated"], at), this.#renewed(it, now, at)];
      case "refund":
        return [this.#refunded(it, at)];
    }
  }

  /** The customer takes another product. */
  change(subscription: models.Subscription, productId: string, at: number): FakeEvent[] {
    const now = this.#now(subscription.checkout_id, at);
    const product = productOf(productId);
    Object.assign(subscription, { product_id: productId, product, modified_at: now, pending_update: null });
    return this.#tell(subscription, ["subscription.updated"], at);
  }

  /** The customer takes another product at the end of the period; an earlier such change is forgotten. */
  changeLater(it: models.Subscription, productId: string, at: number): FakeEvent[] {
    const now = this.#now(it.checkout_id, at);
    const facts = { id: randomUUID(), created_at: now, modified_at: null, seats: null, units: null };
    const pending_update = { ...facts, applies_at: it.current_period_end, product_id: productId };
    // The subscription itself is not touched there, so its own moment stays.
    Object.assign(it, { pending_update });
    return this.#tell(it, ["subscription.updated"], at);
  }

  #newPeriod(it: models.Subscription, change: Partial<models.Subscription>, start: string): void {
    const end = new Date(Date.parse(start) + month).toISOString();
    Object.assign(it, change, { current_period_start: start, current_period_end: end });
  }

  #renewed(it: models.Subscription, now: string, at: number): FakeEvent {
    const order = newOrder(it, "subscription_cycle", now > it.current_period_start ? now : it.current_period_start);
    this.orders.push(order);
    return this.#paid(order, at);
  }

  #paid(order: models.Order, at: number): FakeEvent {
    return this.#event("order.paid", this.#withSubscription(order), at);
  }

  #refunded(it: models.Subscription, at: number): FakeEvent {
    const order = this.orders.findLast(({ subscription_id }) => subscription_id === it.id);
    if (!order) throw new Error("There is no order to give back.");
    Object.assign(order, { status: "refunded", refunded_amount: order.total_amount, refundable_amount: 0 });
    return this.#event("order.refunded", this.#withSubscription(order), at);
  }

  #withSubscription(order: models.Order): models.Order {
    const subscription = this.subscriptions.find(({ id }) => id === order.subscription_id);
    return { ...order, subscription: subscription ? withinOrder(subscription) : null };
  }

  /** An order as lists carry it. */
  listed(order: models.Order): models.Order {
    return this.#withSubscription(order);
  }

  #tell(it: models.Subscription, types: readonly string[], at: number): FakeEvent[] {
    return types.map((type) => this.#event(type, it, at));
  }

  #event(type: string, data: models.Subscription | models.Order, at: number): FakeEvent {
    const body = JSON.stringify({ type, timestamp: this.#now(data.checkout_id, at), api_version: "2026-10", data });
    const event = { id: randomUUID(), type, body };
    this.events.push(event);
    return event;
  }
}

/** What a new period brings when a change waits for it. */
function pendingOf({ pending_update }: models.Subscription): Partial<models.Subscription> {
  const productId = pending_update?.product_id;
  return productId ? { product_id: productId, product: productOf(productId), pending_update: null } : {};
}
