import { defineProvider } from "@clawlink/provider-kit";
import { googleIdentity, identityHost } from "../../google/identity.ts";
import { googleOAuth } from "../../google/oauth.ts";
import { refuse } from "../../google/refuse.ts";

export const provider = defineProvider({
  slug: "gmail",
  name: "Gmail",
  category: "communication",
  summary: "Search, read, write, label and clear away the e-mail of a Google account.",
  docsUrl: "https://developers.google.com/workspace/gmail/api/reference/rest",
  baseUrl: "https://gmail.googleapis.com/gmail/v1/users/me",
  hosts: ["gmail.googleapis.com", identityHost],
  auth: googleOAuth({
    "https://www.googleapis.com/auth/gmail.modify": "Read, write, label and trash e-mail, but never delete it for good",
  }),
  // 1,200,000 units a minute for a project, 100 for sending: https://developers.google.com/workspace/gmail/api/reference/quota
  limits: { clientPerSecond: 200 },
  identity: googleIdentity,
  refuse,
});
