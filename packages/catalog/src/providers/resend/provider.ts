import { defineProvider } from "@clawlink/provider-kit";
import { readAccount } from "./read-account.ts";
import { readRefusal } from "./read-refusal.ts";

export const provider = defineProvider({
  slug: "resend",
  name: "Resend",
  category: "communication",
  summary: "Send and schedule e-mail from your own domains, and look after domains and contacts.",
  docsUrl: "https://resend.com/docs/api-reference/introduction",
  baseUrl: "https://api.resend.com",
  hosts: ["api.resend.com"],
  auth: {
    kind: "bearer",
    token: "apiKey",
    fields: [
      {
        name: "apiKey",
        label: "API key",
        secret: true,
        placeholder: "re_…",
        help: "Create one with full access; a key that may only send cannot list domains.",
      },
    ],
    helpUrl: "https://resend.com/api-keys",
  },
  limits: {
    perSecond: 5,
    headers: {
      limit: "ratelimit-limit",
      remaining: "ratelimit-remaining",
      reset: "ratelimit-reset",
      resetUnit: "seconds",
    },
  },
  identity: { request: () => ({ method: "GET", path: "/domains" }), result: readAccount },
  refuse: readRefusal,
});
