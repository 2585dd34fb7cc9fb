import { defineProvider } from "@clawlink/provider-kit";
import { googleIdentity, identityHost } from "../../google/identity.ts";
import { googleOAuth } from "../../google/oauth.ts";
import { refuse } from "../../google/refuse.ts";
import { scopes } from "./scopes.ts";

export const provider = defineProvider({
  slug: "google-calendar",
  name: "Google Calendar",
  category: "productivity",
  summary: "See calendars and free time, and plan, change and cancel events of a Google account.",
  docsUrl: "https://developers.google.com/workspace/calendar/api/v3/reference",
  baseUrl: "https://www.googleapis.com/calendar/v3",
  hosts: ["www.googleapis.com", identityHost],
  auth: googleOAuth({
    [scopes.see]: "See calendars, events and when the account is busy",
    [scopes.events]: "Create, change and delete events",
  }),
  // 10,000 a minute for a project: https://developers.google.com/workspace/calendar/api/guides/quota
  limits: { clientPerSecond: 166 },
  identity: googleIdentity,
  refuse,
});
