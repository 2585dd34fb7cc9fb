import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { models } from "@polar-sh/sdk/2026-10";
import { z } from "zod";
import type { FakePolar, FakePolarOptions } from "./fake-polar.ts";
import { customerOf } from "./polar-objects.ts";

/** What is answered: JSON, or a page where it is text. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly location?: string;
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The fields that are used here; Polar knows more, and this emulation refuses what it does not know. */
// Polar asks DNS whether a domain has mail; this one never has (RFC 2606).
const Email = z.email().refine((address) => !address.endsWith(".invalid"));
const CheckoutCreate = z.strictObject({
  products: z.array(z.uuid()).min(1),
  external_customer_id: z.string().min(1).nullish(),
  customer_email: Email.nullish(),
  customer_name: z.string().nullish(),
  success_url: z.url().nullish(),
  return_url: z.url().nullish(),
  metadata: z.record(z.string().max(40), z.string().max(500)).optional(),
});
const CustomerSessionCreate = z.strictObject({ customer_id: z.uuid(), return_url: z.url().nullish() });
const SubscriptionUpdate = z.strictObject({
  product_id: z.uuid(),
  proration_behavior: z.enum(["invoice", "next_period"]),
});
const Page = {
  page: z.coerce.number().int().min(1),
  limit: z.coerce.number().int().min(1).max(100),
  sorting: z.string(),
};
const CustomerUpdate = z.strictObject({ email: Email });
const SubscriptionQuery = z.strictObject({
  ...Page,
  customer_id: z.uuid().optional(),
  external_customer_id: z.string().optional(),
});
const OrderQuery = z.strictObject({ ...Page, status: z.string(), created_after: z.iso.datetime({ offset: true }) });

function same(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

const invalid = (error: z.ZodError): Answer => ({
  status: 422,
  body: {
    detail: error.issues.map(({ path, message }) => ({ loc: ["body", ...path], msg: message, type: "value_error" })),
  },
});
const missing: Answer = { status: 404, body: { error: "ResourceNotFound", detail: "Not found" } };

function paged<T>(items: readonly T[], { page, limit }: { page: number; limit: number }): Answer {
  const pagination = { total_count: items.length, max_page: Math.max(Math.ceil(items.length / limit), 1) };
  return { status: 200, body: { items: items.slice((page - 1) * limit, page * limit), pagination } };
}

/** Answers a request to Polar's API, version 2026-10. */
export function answerApi(polar: FakePolar, options: FakePolarOptions, asked: Asked): Answer {
  if (!same(asked.headers.authorization ?? "", `Bearer ${options.accessToken}`))
    return { status: 401, body: { error: "invalid_token", error_description: "The access token is invalid." } };
  if (asked.headers["polar-version"] !== "2026-10") return { status: 400, body: { error: "Unknown version" } };
  const [, , kind = "", id = ""] = asked.url.pathname.split("/");
  const query = Object.fromEntries(asked.url.searchParams);
  const json: unknown = asked.body === "" ? {} : JSON.parse(asked.body);
  switch (`${asked.method} ${kind}`) {
    case "POST checkouts":
      return createCheckout(polar, options, json);
    case "POST customer-sessions":
      return createSession(polar, json);
    case "GET subscriptions": {
      const parsed = SubscriptionQuery.safeParse(query);
      if (!parsed.success) return invalid(parsed.error);
      const { customer_id, external_customer_id } = parsed.data;
      const of = ({ customer }: models.Subscription) =>
        [undefined, customer.id].includes(customer_id) &&
        (external_customer_id === undefined || customer.external_id === external_customer_id);
      return paged(polar.ledger.subscriptions.filter(of), parsed.data);
    }
    case "GET orders": {
      const parsed = OrderQuery.safeParse(query);
      if (!parsed.success) return invalid(parsed.error);
      const { status, created_after } = parsed.data;
      const wanted = ({ status: own, created_at }: models.Order) =>
        own === status && Date.parse(created_at) >= Date.parse(created_after);
      const orders = polar.ledger.orders.filter(wanted).map((order) => polar.ledger.listed(order));
      return paged(orders, parsed.data);
    }
    case "PATCH customers":
      return updateCustomer(polar, id, json);
    case "PATCH subscriptions": {
      const found = polar.ledger.subscriptions.find((one) => one.id === id);
      return found ? updateSubscription(polar, options, found, json) : missing;
    }
    case "DELETE subscriptions": {
      const found = polar.ledger.subscriptions.find((one) => one.id === id);
      if (!found) return missing;
      if (polar.ledger.forbidden.delete(found.id))
        return { status: 403, body: { error: "insufficient_scope", error_description: "Missing scope" } };
      if (found.ended_at !== null)
        return { status: 403, body: { error: "AlreadyCanceledSubscription", detail: "Ended" } };
      polar.ledger.happen(found, "revoke", Date.now());
      return { status: 200, body: found };
    }
    default:
      return missing;
  }
}

const refused = (status: number, error: string): Answer => ({ status, body: { error, detail: error } });

/** Another address, which no two customers of an organization share. */
function updateCustomer({ ledger }: FakePolar, id: string, json: unknown): Answer {
  const customer = ledger.customers.find((one) => one.id === id);
  if (!customer) return missing;
  if (ledger.forbidden.delete(id)) return refused(403, "insufficient_scope");
  const parsed = CustomerUpdate.safeParse(json);
  if (!parsed.success) return invalid(parsed.error);
  const { email } = parsed.data;
  const msg = "A customer with this email address already exists.";
  const taken = { loc: ["body", "email"], msg, type: "value_error", input: email };
  if (!ledger.address(customer, email)) return { status: 422, body: { detail: [taken] } };
  return { status: 200, body: customerOf(customer) };
}

/** Another product: at once if its price is paid, or at the end of the period (Polar's documentation, "Proration"). */
function updateSubscription(
  polar: FakePolar,
  options: FakePolarOptions,
  it: models.Subscription,
  json: unknown,
): Answer {
  const parsed = SubscriptionUpdate.safeParse(json);
  if (!parsed.success) return invalid(parsed.error);
  const { product_id, proration_behavior } = parsed.data;
  if (!options.productIds.includes(product_id))
    return { status: 422, body: { detail: [{ loc: ["body", "product_id"], msg: "Unknown", type: "value_error" }] } };
  if (it.cancel_at_period_end || it.ended_at !== null) return refused(403, "AlreadyCanceledSubscription");
  if (it.status !== "active") return refused(403, "InactiveSubscription");
  if (proration_behavior === "next_period") polar.send(polar.ledger.changeLater(it, product_id, Date.now()));
  else if (polar.ledger.declined.delete(it.id)) return refused(402, "PaymentFailed");
  else polar.send(polar.ledger.change(it, product_id, Date.now()));
  return { status: 200, body: it };
}

function createCheckout(polar: FakePolar, options: FakePolarOptions, json: unknown): Answer {
  const parsed = CheckoutCreate.safeParse(json);
  if (!parsed.success) return invalid(parsed.error);
  const { products, external_customer_id, customer_email, success_url, return_url, metadata = {} } = parsed.data;
  if (products.some((id) => !options.productIds.includes(id)))
    return {
      status: 422,
      body: { detail: [{ loc: ["body", "products", 0], msg: "Unknown product", type: "value_error" }] },
    };
  const customer = polar.ledger.customer(external_customer_id ?? null, customer_email ?? "nobody@example.com");
  const checkout = polar.ledger.checkout({
    productIds: products,
    customer,
    metadata,
    successUrl: success_url ?? `${polar.url}/confirmed`,
    returnUrl: return_url ?? null,
  });
  const url = `${polar.url}/checkout/${checkout.secret}`;
  const { id, secret } = checkout;
  return { status: 201, body: { id, client_secret: secret, url, status: "open", external_customer_id, metadata } };
}

function createSession(polar: FakePolar, json: unknown): Answer {
  const parsed = CustomerSessionCreate.safeParse(json);
  if (!parsed.success) return invalid(parsed.error);
  const customer = polar.ledger.customers.find(({ id }) => id === parsed.data.customer_id);
  if (!customer)
    return { status: 422, body: { detail: [{ loc: ["body", "customer_id"], msg: "Unknown", type: "value_error" }] } };
  const token = `polar_cst_${randomBytes(16).toString("hex")}`;
  polar.portals.set(token, customer.id);
  const url = `${polar.url}/portal/${token}`;
  return {
    status: 201,
    body: { token, customer_portal_url: url, customer_id: customer.id, customer: customerOf(customer) },
  };
}
