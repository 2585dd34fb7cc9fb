import { randomUUID } from "node:crypto";
import type { models } from "@polar-sh/sdk/2026-10";

/** A customer of the emulated Polar. */
export interface FakeCustomer {
  readonly id: string;
  readonly externalId: string | null;
  email: string;
  readonly createdAt: string;
}

const organizationId = randomUUID();
const price = 900;

/** The product of an id, as subscriptions carry it. */
export function productOf(id: string): models.Product {
  return {
    id,
    created_at: "2026-01-01T00:00:00Z",
    modified_at: null,
    trial_interval: null,
    trial_interval_count: null,
    name: `Product ${id.slice(0, 4)}`,
    description: null,
    visibility: "public",
    recurring_interval: "month",
    recurring_interval_count: 1,
    meter_interval: null,
    meter_interval_count: null,
    is_recurring: true,
    is_archived: false,
    organization_id: organizationId,
    metadata: {},
    is_deletable: false,
    prices: [],
    benefits: [],
    medias: [],
    attached_custom_fields: [],
  };
}

/** A customer as subscriptions and orders carry it. */
export function customerOf({ id, externalId, email, createdAt }: FakeCustomer): models.CustomerIndividual {
  return {
    id,
    created_at: createdAt,
    modified_at: null,
    metadata: {},
    external_id: externalId,
    email,
    email_verified: false,
    type: "individual",
    name: null,
    billing_name: null,
    billing_address: null,
    tax_id: null,
    organization_id: organizationId,
    default_payment_method_id: null,
    deleted_at: null,
    first_user_event_at: null,
    avatar_url: null,
  };
}

/** A subscription that has just been bought, paid until `end`. */
export function newSubscription(
  customer: FakeCustomer,
  facts: {
    productId: string;
    checkoutId: string;
    metadata: Record<string, string | number | boolean>;
    now: string;
    end: string;
  },
): models.Subscription {
  return {
    id: randomUUID(),
    created_at: facts.now,
    modified_at: facts.now,
    amount: price,
    currency: "usd",
    recurring_interval: "month",
    recurring_interval_count: 1,
    status: "active",
    current_period_start: facts.now,
    current_period_end: facts.end,
    current_meter_period_start: null,
    current_meter_period_end: null,
    trial_start: null,
    trial_end: null,
    cancel_at_period_end: false,
    canceled_at: null,
    started_at: facts.now,
    ends_at: null,
    ended_at: null,
    past_due_at: null,
    pause_at_period_end: false,
    paused_at: null,
    resumes_at: null,
    customer_id: customer.id,
    product_id: facts.productId,
    discount_id: null,
    checkout_id: facts.checkoutId,
    seats: null,
    units: null,
    customer_cancellation_reason: null,
    customer_cancellation_comment: null,
    metadata: facts.metadata,
    custom_field_data: {},
    customer: customerOf(customer),
    product: productOf(facts.productId),
    discount: null,
    prices: [],
    meters: [],
    pending_update: null,
  };
}

/** The order that pays for a subscription's current period. */
export function newOrder(
  subscription: models.Subscription,
  billingReason: models.OrderBillingReason,
  now: string,
): models.Order {
  return {
    id: randomUUID(),
    created_at: now,
    modified_at: now,
    status: "paid",
    paid: true,
    subtotal_amount: price,
    discount_amount: 0,
    net_amount: price,
    tax_amount: 0,
    total_amount: price,
    applied_balance_amount: 0,
    due_amount: price,
    refunded_amount: 0,
    refunded_tax_amount: 0,
    currency: "usd",
    billing_reason: billingReason,
    billing_name: null,
    billing_address: null,
    invoice_number: null,
    is_invoice_generated: false,
    receipt_number: null,
    seats: null,
    units: null,
    customer_id: subscription.customer_id,
    product_id: subscription.product_id,
    discount_id: null,
    subscription_id: subscription.id,
    checkout_id: subscription.checkout_id,
    next_payment_attempt_at: null,
    metadata: subscription.metadata,
    custom_field_data: {},
    platform_fee_amount: 0,
    platform_fee_currency: null,
    customer: subscription.customer,
    product: subscription.product,
    discount: null,
    subscription: null,
    items: [],
    description: "One month",
    refundable_amount: price,
    refundable_tax_amount: 0,
  };
}

/** A subscription as an order carries it: without its customer, product and prices. */
export function withinOrder(subscription: models.Subscription): models.OrderSubscription {
  const { customer, product, discount, prices, meters, pending_update, custom_field_data, ...rest } = subscription;
  return rest;
}
