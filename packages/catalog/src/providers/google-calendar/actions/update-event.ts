import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { eventFields, googleEvent } from "../event-fields.ts";
import { EventOutput } from "../event-output.ts";
import { calendarId, eventId, sendUpdates } from "../fields.ts";
import { scopes } from "../scopes.ts";
import { checkSpan } from "../when.ts";

export const action = defineAction({
  id: "update_event",
  title: "Change an event",
  description: "Changes what is named of an event and leaves the rest; guests replace the whole list.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [scopes.events],
  docs: "https://developers.google.com/workspace/calendar/api/v3/reference/events/patch",
  hints: {
    tags: ["reschedule", "move", "postpone", "rename", "guests", "add guest", "shift"],
    whenToUse: ["A meeting moves, or its title, place or guests change."],
    askBefore: ["Say what changes from what to what: guests are told at once unless sendUpdates is none."],
    preconditions: ["To add a guest, read the event first and send all guests, the old ones too."],
    followups: ["get_event"],
    examples: [
      {
        title: "An hour later",
        arguments: {
          eventId: "4f2k0c9b1s",
          start: "2026-11-30T10:00:00+01:00",
          end: "2026-11-30T11:00:00+01:00",
        },
      },
    ],
  },
  input: z.object({ calendarId, eventId, ...eventFields, sendUpdates }).superRefine(checkSpan),
  output: EventOutput,
  request: (input) => ({
    method: "PATCH",
    path: path`/calendars/${input.calendarId}/events/${input.eventId}`,
    query: { sendUpdates: input.sendUpdates },
    body: { json: googleEvent(input) },
  }),
  result: (response) => response.body,
});
