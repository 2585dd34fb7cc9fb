import { z } from "zod";

/** Which calendar; the account's own when left out. */
export const calendarId = z
  .string()
  .min(1)
  .max(500)
  .default("primary")
  .describe('Id of the calendar from list_calendars; "primary" is the account\'s own.');

/** Which event. */
export const eventId = z.string().min(1).max(1024).describe("Id of the event, from list_events.");

/** A moment with its zone. */
export const moment = z.iso.datetime({ offset: true });

/** An IANA time zone. */
export const timeZone = z
  .string()
  .regex(/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/, "Must be an IANA time zone.")
  .max(100);

/** Whether guests hear of a change by e-mail. */
export const sendUpdates = z
  .enum(["all", "externalOnly", "none"])
  .default("all")
  .describe("Who gets an e-mail about it: all guests, only those outside Google Calendar, or nobody.");
