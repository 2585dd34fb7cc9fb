import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { eventFields, googleEvent } from "../event-fields.ts";
import { EventOutput } from "../event-output.ts";
import { calendarId, sendUpdates } from "../fields.ts";
import { scopes } from "../scopes.ts";
import { checkSpan, When } from "../when.ts";

export const action = defineAction({
  id: "create_event",
  title: "Create an event",
  description: "Creates an event, at a time or of whole days, and invites guests if there are any.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [scopes.events],
  docs: "https://developers.google.com/workspace/calendar/api/v3/reference/events/insert",
  hints: {
    tags: ["meeting", "appointment", "schedule", "invite", "book", "plan", "call", "set up"],
    whenToUse: ["Someone wants a meeting or appointment in their calendar."],
    askBefore: ["Confirm day, time, zone and guests: guests get an invitation at once unless sendUpdates is none."],
    preconditions: ["Look with find_free_busy whether the time is free."],
    followups: ["update_event", "delete_event"],
    examples: [
      {
        title: "A meeting with a guest",
        arguments: {
          summary: "Planning",
          start: "2026-11-30T09:00:00",
          end: "2026-11-30T10:00:00",
          timeZone: "Europe/Berlin",
          attendees: ["ann@example.com"],
        },
      },
      { title: "Two whole days", arguments: { summary: "Fair", start: "2026-12-03", end: "2026-12-05" } },
    ],
  },
  input: z
    .object({
      calendarId,
      ...eventFields,
      summary: z.string().min(1).max(1000).describe("Title."),
      start: When.describe("2026-11-30T09:00:00+01:00, or the day 2026-11-30 for an event of whole days."),
      end: When.describe("When it ends; for whole days, the day after the last one."),
      sendUpdates,
    })
    .superRefine(checkSpan),
  output: EventOutput,
  request: (input, { mark }) => ({
    method: "POST",
    path: path`/calendars/${input.calendarId}/events`,
    query: { sendUpdates: input.sendUpdates },
    // Google takes ids of 0-9 and a-v, and refuses one that is taken.
    body: { json: { id: mark, ...googleEvent(input) } },
  }),
  result: (response) => response.body,
  settle: {
    request: (input, { mark }) => ({ method: "GET", path: path`/calendars/${input.calendarId}/events/${mark}` }),
    result: (response) => response.body,
  },
});
