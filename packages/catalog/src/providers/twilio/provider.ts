import { defineProvider, path } from "@clawlink/provider-kit";
import { readAccount } from "./read-account.ts";
import { readRefusal } from "./read-refusal.ts";

export const provider = defineProvider({
  slug: "twilio",
  name: "Twilio",
  category: "communication",
  summary: "Send text messages, make phone calls and check phone numbers with one-time codes.",
  docsUrl: "https://www.twilio.com/docs/usage/api",
  baseUrl: "https://api.twilio.com",
  hosts: ["api.twilio.com", "verify.twilio.com", "messaging.twilio.com"],
  auth: {
    kind: "basic",
    username: "accountSid",
    password: "authToken",
    fields: [
      {
        name: "accountSid",
        label: "Account SID",
        secret: false,
        placeholder: "AC…",
        help: "On the first page of the Twilio Console.",
      },
      { name: "authToken", label: "Auth Token", secret: true, help: "Beside the Account SID; show it to copy it." },
    ],
    helpUrl: "https://console.twilio.com/",
  },
  requestIdHeader: "twilio-request-id",
  identity: {
    request: (fields) => ({ method: "GET", path: path`/2010-04-01/Accounts/${fields.accountSid ?? ""}.json` }),
    result: readAccount,
  },
  refuse: readRefusal,
});
