import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { EventOutput } from "../event-output.ts";
import { calendarId, moment, timeZone } from "../fields.ts";
import { scopes } from "../scopes.ts";

export const action = defineAction({
  id: "list_events",
  title: "List events",
  description: "Lists a calendar's events in order of time, each occurrence of a series on its own.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [scopes.see],
  docs: "https://developers.google.com/workspace/calendar/api/v3/reference/events/list",
  hints: {
    tags: ["agenda", "schedule", "meetings", "appointments", "today"],
    whenToUse: ["Someone asks what is planned, or looks for a meeting."],
    safeDefaults: { calendarId: "primary" },
    followups: ["get_event", "update_event", "delete_event"],
    examples: [
      {
        title: "One day",
        arguments: { timeMin: "2026-11-23T00:00:00+01:00", timeMax: "2026-11-24T00:00:00+01:00" },
      },
      { title: "Find a meeting", arguments: { query: "planning", timeMin: "2026-11-01T00:00:00Z" } },
    ],
  },
  input: z.object({
    calendarId,
    timeMin: moment.optional().describe("Only what ends after this moment; without it the list begins in the past."),
    timeMax: moment.optional().describe("Only what begins before this moment."),
    query: z.string().max(500).optional().describe("Words in title, notes, place or guests."),
    timeZone: timeZone.optional().describe("Zone to tell the times in; the calendar's own when left out."),
    limit: z.int().min(1).max(250).default(25).describe("How many at the most."),
    pageToken: z.string().min(1).max(1000).optional().describe("nextPageToken of the page before."),
  }),
  output: z.object({
    items: z.array(EventOutput),
    timeZone: z.string().nullish(),
    nextPageToken: z.string().nullish(),
  }),
  request: (input) => ({
    method: "GET",
    path: path`/calendars/${input.calendarId}/events`,
    query: {
      timeMin: input.timeMin,
      timeMax: input.timeMax,
      q: input.query,
      timeZone: input.timeZone,
      singleEvents: true,
      orderBy: "startTime",
      maxResults: input.limit,
      pageToken: input.pageToken,
    },
  }),
  result: (response) => Object.assign({ items: [] }, response.body),
});
