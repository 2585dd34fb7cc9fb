import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { EventOutput } from "../event-output.ts";
import { calendarId, sendUpdates } from "../fields.ts";
import { scopes } from "../scopes.ts";

export const action = defineAction({
  id: "quick_add_event",
  title: "Create an event from a sentence",
  description: "Lets Google read day, time and title out of a sentence and creates the event.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [scopes.events],
  docs: "https://developers.google.com/workspace/calendar/api/v3/reference/events/quickAdd",
  hints: {
    tags: ["appointment", "natural language", "fast", "schedule"],
    whenToUse: ["Someone says an appointment in one sentence. When guests or zones matter, use create_event."],
    askBefore: ["Say the sentence that is sent; afterwards tell what Google made of it."],
    followups: ["update_event", "delete_event"],
    examples: [{ title: "A dentist", arguments: { text: "Dentist on 3 December 2026 at 8:30 for an hour" } }],
  },
  input: z.object({ calendarId, text: z.string().trim().min(3).max(1000).describe("The sentence."), sendUpdates }),
  output: EventOutput,
  request: (input) => ({
    method: "POST",
    path: path`/calendars/${input.calendarId}/events/quickAdd`,
    query: { text: input.text, sendUpdates: input.sendUpdates },
  }),
  result: (response) => response.body,
});
