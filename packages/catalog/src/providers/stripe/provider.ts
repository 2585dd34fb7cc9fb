import { defineProvider } from "@clawlink/provider-kit";
import { readAccount } from "./read-account.ts";
import { readRefusal } from "./read-refusal.ts";

export const provider = defineProvider({
  slug: "stripe",
  name: "Stripe",
  category: "payments",
  summary: "Look up customers and payments, keep products and prices, and make checkout links.",
  docsUrl: "https://docs.stripe.com/api",
  baseUrl: "https://api.stripe.com",
  hosts: ["api.stripe.com"],
  auth: {
    kind: "bearer",
    token: "apiKey",
    fields: [
      {
        name: "apiKey",
        label: "Secret or restricted key",
        secret: true,
        placeholder: "rk_live_… or sk_test_…",
        help: "A restricted key is the better choice. It needs at least read access to customers.",
      },
    ],
    helpUrl: "https://dashboard.stripe.com/apikeys",
  },
  headers: { "stripe-version": "2026-08-26.dahlia" },
  requestIdHeader: "request-id",
  limits: { perSecond: 25 },
  identity: {
    request: () => ({ method: "GET", path: "/v1/customers", query: { limit: 1 } }),
    result: readAccount,
  },
  refuse: readRefusal,
});
