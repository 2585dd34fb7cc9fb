import type { models } from "@polar-sh/sdk/2026-10";
import type { FakeCheckout } from "./polar-ledger.ts";

const page = (title: string, content: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:16px system-ui;max-width:40rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem;margin:.2rem}</style>
<h1>${title}</h1>${content}</html>`;

/** The emulated checkout: one button, no card. */
export function checkoutPage({ productIds, paid }: FakeCheckout): string {
  const button = '<form method="post"><button>Pay</button></form>';
  return page("Emulated checkout", `<p>Product ${productIds[0]}</p>${paid ? "<p>Paid.</p>" : button}`);
}

const buttons = [
  "cancel",
  "uncancel",
  "past_due",
  "recover",
  "cycle",
  "end",
  "refund",
  "pause_later",
  "pause",
  "resume",
];

/** The emulated customer portal: everything that can happen to a subscription is a button. */
export function portalPage(
  subscriptions: readonly models.Subscription[],
  orders: readonly models.Order[],
  productIds: readonly string[],
): string {
  const parts = subscriptions.map(({ id, status, product_id, current_period_end }) => {
    const own = orders.filter(({ subscription_id }) => subscription_id === id);
    const acts = buttons.map((what) => `<button name="what" value="${what}">${what}</button>`).join("");
    const products = productIds.map(
      (product) => `<option${product === product_id ? " selected" : ""}>${product}</option>`,
    );
    return `<h2>${status} until ${current_period_end.slice(0, 10)}</h2><form method="post">
<input type="hidden" name="subscription" value="${id}">${acts}<br>
<select name="product" aria-label="Product">${products.join("")}</select><button name="what" value="change">change product</button></form>
<h3>Invoices</h3><ul>${own.map((order) => `<li>${order.created_at.slice(0, 10)} ${order.status}</li>`).join("")}</ul>`;
  });
  return page("Emulated billing portal", parts.join("") || "<p>Nothing was bought.</p>");
}
