import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { scopes } from "../scopes.ts";

export const action = defineAction({
  id: "list_calendars",
  title: "List calendars",
  description: "Lists the calendars of the account with their ids, time zones and what it may do with them.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [scopes.see],
  docs: "https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/list",
  hints: {
    tags: ["agenda", "schedule", "shared"],
    whenToUse: ["A calendar other than the account's own is meant, or its time zone is needed."],
    followups: ["list_events", "find_free_busy"],
    examples: [{ title: "All calendars", arguments: {} }],
  },
  input: z.object({
    limit: z.int().min(1).max(250).default(50).describe("How many at the most."),
    pageToken: z.string().min(1).max(500).optional().describe("nextPageToken of the page before."),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        summary: z.string().nullish().describe("Name."),
        description: z.string().nullish(),
        timeZone: z.string().nullish(),
        primary: z.boolean().nullish(),
        accessRole: z.string().nullish().describe("freeBusyReader, reader, writer or owner."),
      }),
    ),
    nextPageToken: z.string().nullish(),
  }),
  request: (input) => ({
    method: "GET",
    path: "/users/me/calendarList",
    query: { maxResults: input.limit, pageToken: input.pageToken },
  }),
  result: (response) => Object.assign({ items: [] }, response.body),
});
