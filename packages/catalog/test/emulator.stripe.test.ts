import { createSecrets, type Emulators, mapOrigin, owner, startEmulators, teammate } from "@clawlink/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type EmulatedApp, emulatedApp } from "./emulated-app.ts";

let emulators: Emulators;
let stripe: EmulatedApp;
beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin: "http://127.0.0.1:41392", secrets: createSecrets() });
  stripe = await withKey(emulators.keys.stripe);
});
afterAll(() => emulators.close());

const withKey = (key: string) =>
  emulatedApp({ slug: "stripe", origins: emulators.origins, headers: { authorization: `Bearer ${key}` } });

const Thing = z.looseObject({ id: z.string() });
const Customers = z.object({
  customers: z.array(z.looseObject({ id: z.string(), email: z.string() })),
  next_cursor: z.string().nullable(),
});

/** A payment begun by somebody else, the way a shop's server does. */
async function beginPayment(path: string, form: Record<string, string>): Promise<string> {
  const answer = await fetch(
    mapOrigin(emulators.origins, new URL(`https://api.stripe.com/v1/payment_intents${path}`)),
    {
      method: "POST",
      headers: { authorization: `Bearer ${emulators.keys.stripe}` },
      body: new URLSearchParams(form),
    },
  );
  return Thing.parse(await answer.json()).id;
}

describe("stripe on the emulator", () => {
  it("tells a test account by its key, without showing it", async () => {
    const { accountId, label } = await stripe.identity({ apiKey: emulators.keys.stripe });
    expect(label).toMatch(/^Stripe test: /);
    expect(emulators.keys.stripe.length - accountId.length).toBeGreaterThan(20);
  });

  it("reads the account's id from a key of today's form, whichever key of the account it is", () => {
    const response = { status: 200, headers: {}, body: { object: "list", data: [] } };
    const account = "1NitPKAiCJmAoe1U";
    const told = ["sk", "rk"].map((kind) => {
      const apiKey = [kind, "live", `5${account}${crypto.randomUUID().replaceAll("-", "")}`].join("_");
      return stripe.provider.identity.result(response, { apiKey }).accountId;
    });
    expect(told).toEqual([`acct_${account} live`, `acct_${account} live`]);
  });

  it("pages through customers without losing or repeating one", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = Customers.parse(await stripe.run("list_customers", { limit: 2, ...(cursor && { cursor }) }));
      seen.push(...page.customers.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    const all = Customers.parse(await stripe.run("list_customers", { limit: 100 })).customers;
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(all.map(({ email }) => email)).toEqual(expect.arrayContaining([owner.email, teammate.email]));
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await stripe.run("list_customers", { created_after: later })).toMatchObject({ customers: [] });
  });

  it("adds, finds, changes and deletes a customer", async () => {
    const made = { email: "zoe+shop@example.org", name: "Zoë & Söhne", metadata: { plan: "gold", note: "a=b&c" } };
    const { id } = Thing.parse(await stripe.run("create_customer", made));
    expect(await stripe.run("list_customers", { email: made.email })).toMatchObject({ customers: [{ id, ...made }] });
    await stripe.run("update_customer", { customer_id: id, name: "Zoë" });
    expect(await stripe.run("get_customer", { customer_id: id })).toMatchObject({ ...made, name: "Zoë" });
    expect(await stripe.run("delete_customer", { customer_id: id })).toEqual({ id, deleted: true });
    await expect(stripe.run("get_customer", { customer_id: id })).rejects.toThrow(
      "provider_rejected: No such customer",
    );
  });

  it("shows payments and charges of a customer, and cancels what is not paid", async () => {
    const [customer] = Customers.parse(await stripe.run("list_customers", { email: teammate.email })).customers;
    const customer_id = customer?.id ?? "";
    const paid = await beginPayment("", { amount: "1050", currency: "eur", customer: customer_id });
    await beginPayment(`/${paid}/confirm`, {});
    const open = await beginPayment("", { amount: "2000", currency: "eur", customer: customer_id });
    await beginPayment("", { amount: "3000", currency: "eur" });
    expect(await stripe.run("list_payments", { customer_id })).toMatchObject({
      payments: [
        { id: open, amount: 2000 },
        { id: paid, amount: 1050, status: "succeeded" },
      ],
    });
    expect(await stripe.run("list_charges", { payment_id: paid })).toMatchObject({
      charges: [{ amount: 1050, currency: "eur", status: "succeeded", payment_intent: paid, customer: customer_id }],
    });
    await stripe.run("cancel_payment", { payment_id: open, reason: "abandoned" });
    expect(await stripe.run("get_payment", { payment_id: open })).toMatchObject({ status: "canceled", amount: 2000 });
    await expect(stripe.run("cancel_payment", { payment_id: paid })).rejects.toThrow("provider_rejected");
  });

  it("sells a new product by a checkout link", async () => {
    const product = Thing.parse(await stripe.run("create_product", { name: "Töpferkurs", description: "6 Abende" }));
    expect(await stripe.run("list_products", { limit: 1 })).toMatchObject({
      products: [{ id: product.id, name: "Töpferkurs", description: "6 Abende", active: true }],
    });
    const monthly = { product_id: product.id, currency: "EUR", unit_amount: 1500, interval: "month" };
    expect(await stripe.run("create_price", monthly)).toMatchObject({ type: "recurring", currency: "eur" });
    const price = Thing.parse(
      await stripe.run("create_price", { product_id: product.id, currency: "eur", unit_amount: 12_000 }),
    );
    expect(await stripe.run("list_prices", { product_id: product.id })).toMatchObject({
      prices: [{ id: price.id, unit_amount: 12_000, type: "one_time" }, { unit_amount: 1500 }],
    });
    const session = z.looseObject({ id: z.string(), url: z.url(), status: z.literal("open") }).parse(
      await stripe.run("create_checkout_session", {
        line_items: [{ price: price.id, quantity: 2 }],
        success_url: "https://shop.example.com/thanks",
      }),
    );
    expect(await (await fetch(session.url)).text()).toContain("240.00");
    await fetch(`${session.url}/complete`, { method: "POST", redirect: "manual" });
    expect(await stripe.run("get_checkout_session", { session_id: session.id })).toMatchObject({
      status: "complete",
      payment_status: "paid",
      url: null,
    });
  });

  it("asks for another key when this one is not good", async () => {
    const app = await withKey(createSecrets().keys.stripe);
    await expect(app.identity({ apiKey: "x" })).rejects.toThrow("needs_reauth: Invalid API Key");
    await expect(app.run("list_customers", {})).rejects.toThrow("needs_reauth");
  });

  it("has run every action", () => {
    expect([...stripe.succeeded].sort()).toEqual([...stripe.actionIds].sort());
  });
});
