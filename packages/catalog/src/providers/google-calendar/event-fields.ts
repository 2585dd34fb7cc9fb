import { z } from "zod";
import { timeZone } from "./fields.ts";
import { googleTime, When } from "./when.ts";

/** What an event can be given, each part optional: an update sends only what changes. */
export const eventFields = {
  summary: z.string().min(1).max(1000).optional().describe("Title."),
  start: When.optional().describe("2026-11-30T09:00:00+01:00, or the day 2026-11-30 for an event of whole days."),
  end: When.optional().describe("When it ends; for whole days, the day after the last one."),
  timeZone: timeZone.optional().describe("Zone of times without offset and of repetitions, such as Europe/Berlin."),
  description: z.string().max(8000).optional().describe("Notes for everybody who sees the event."),
  location: z.string().max(1000).optional().describe("Place or address."),
  attendees: z.array(z.email()).max(200).optional().describe("E-mail addresses of all guests."),
  recurrence: z
    .array(
      z
        .string()
        .regex(
          /^(RRULE|EXRULE|RDATE|EXDATE)[:;][\x21-\x7e]+$/,
          "Must be a line of RFC 5545, such as RRULE:FREQ=DAILY.",
        ),
    )
    .max(20)
    .optional()
    .describe("Repetition, such as RRULE:FREQ=WEEKLY;COUNT=5."),
  showAs: z.enum(["busy", "free"]).optional().describe("Whether the time counts as taken."),
};

type EventFields = { readonly [Name in keyof typeof eventFields]?: z.output<(typeof eventFields)[Name]> };

/** The event in Google's form; what is left out stays as it is. */
export function googleEvent({ start, end, timeZone: zone, attendees, showAs, ...rest }: EventFields) {
  return {
    summary: rest.summary,
    description: rest.description,
    location: rest.location,
    recurrence: rest.recurrence,
    start: googleTime(start, zone),
    end: googleTime(end, zone),
    attendees: attendees?.map((email) => ({ email })),
    transparency: showAs && (showAs === "free" ? "transparent" : "opaque"),
  };
}
