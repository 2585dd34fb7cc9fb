import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { EventOutput } from "../event-output.ts";
import { calendarId, eventId } from "../fields.ts";
import { scopes } from "../scopes.ts";

export const action = defineAction({
  id: "get_event",
  title: "Get an event",
  description: "Reads one event: title, times, place, notes, guests and their answers.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [scopes.see],
  docs: "https://developers.google.com/workspace/calendar/api/v3/reference/events/get",
  hints: {
    tags: ["meeting", "appointment", "details", "guests", "coming", "attending"],
    whenToUse: ["The newest state of one event is needed, such as who has accepted."],
    followups: ["update_event", "delete_event"],
    examples: [{ title: "Read one", arguments: { eventId: "4f2k0c9b1s" } }],
  },
  input: z.object({ calendarId, eventId }),
  output: EventOutput,
  request: (input) => ({ method: "GET", path: path`/calendars/${input.calendarId}/events/${input.eventId}` }),
  result: (response) => response.body,
});
