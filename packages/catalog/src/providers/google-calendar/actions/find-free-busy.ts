import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { moment, timeZone } from "../fields.ts";
import { scopes } from "../scopes.ts";

const Busy = z.object({ start: z.string(), end: z.string() });
const Answer = z.object({
  calendars: z.record(
    z.string(),
    z.object({ busy: z.array(Busy).nullish(), errors: z.array(z.object({ reason: z.string().nullish() })).nullish() }),
  ),
});

export const action = defineAction({
  id: "find_free_busy",
  title: "Find free and busy times",
  description: "Tells when calendars are busy between two moments; whatever is not named is free.",
  effect: "read",
  idempotent: true,
  reversible: false,
  readsByPost: true,
  scopes: [scopes.see],
  docs: "https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query",
  hints: {
    tags: ["availability", "free", "slot", "schedule", "when"],
    whenToUse: ["A time is looked for that suits, also for colleagues whose calendars are shared."],
    followups: ["create_event"],
    examples: [
      {
        title: "One day, oneself and a colleague",
        arguments: {
          timeMin: "2026-11-30T08:00:00+01:00",
          timeMax: "2026-11-30T18:00:00+01:00",
          calendarIds: ["primary", "ann@example.com"],
        },
      },
    ],
  },
  input: z.object({
    timeMin: moment.describe("From when."),
    timeMax: moment.describe("Until when."),
    calendarIds: z
      .array(z.string().min(1).max(500))
      .min(1)
      .max(50)
      .default(["primary"])
      .describe("Calendars to look at: ids, or e-mail addresses of people who share theirs."),
    timeZone: timeZone.optional().describe("Zone to tell the times in; UTC when left out."),
  }),
  output: z.object({
    calendars: z.array(
      z.object({
        calendarId: z.string(),
        busy: z.array(Busy),
        error: z.string().nullable().describe("Why the calendar could not be looked at, such as notFound."),
      }),
    ),
  }),
  request: ({ calendarIds, ...rest }) => ({
    method: "POST",
    path: "/freeBusy",
    body: { json: { ...rest, items: calendarIds.map((id) => ({ id })) } },
  }),
  result(response) {
    const calendars = Object.entries(Answer.parse(response.body).calendars);
    return {
      calendars: calendars.map(([calendarId, { busy, errors }]) => ({
        calendarId,
        busy: busy ?? [],
        error: errors?.[0]?.reason ?? null,
      })),
    };
  },
});
