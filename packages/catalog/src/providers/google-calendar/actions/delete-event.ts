import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { calendarId, eventId, sendUpdates } from "../fields.ts";
import { scopes } from "../scopes.ts";

export const action = defineAction({
  id: "delete_event",
  title: "Delete an event",
  description: "Deletes an event and tells its guests that it is cancelled.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [scopes.events],
  docs: "https://developers.google.com/workspace/calendar/api/v3/reference/events/delete",
  hints: {
    tags: ["cancel", "remove", "meeting", "appointment"],
    whenToUse: ["A meeting does not take place."],
    askBefore: ["Name title and time of what is deleted; for a series, ask whether all of it or one occurrence."],
    followups: ["list_events"],
    examples: [{ title: "Cancel quietly", arguments: { eventId: "4f2k0c9b1s", sendUpdates: "none" } }],
  },
  input: z.object({ calendarId, eventId, sendUpdates }),
  output: z.object({ deleted: z.literal(true), eventId: z.string() }),
  request: (input) => ({
    method: "DELETE",
    path: path`/calendars/${input.calendarId}/events/${input.eventId}`,
    query: { sendUpdates: input.sendUpdates },
  }),
  result: (_response, input) => ({ deleted: true, eventId: input.eventId }),
});
