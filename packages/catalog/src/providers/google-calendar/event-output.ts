import { z } from "zod";

const Time = z.object({ dateTime: z.string().nullish(), date: z.string().nullish(), timeZone: z.string().nullish() });

const Person = z.object({
  email: z.string().nullish(),
  displayName: z.string().nullish(),
  responseStatus: z.string().nullish().describe("needsAction, declined, tentative or accepted."),
  organizer: z.boolean().nullish(),
  self: z.boolean().nullish().describe("Whether this is the account itself."),
  optional: z.boolean().nullish(),
});

/** An event as agents read it. */
export const EventOutput = z.object({
  id: z.string(),
  status: z.string().nullish().describe("confirmed, tentative or cancelled."),
  summary: z.string().nullish().describe("Title."),
  description: z.string().nullish(),
  location: z.string().nullish(),
  start: Time.nullish().describe("dateTime, or date for an event of whole days."),
  end: Time.nullish().describe("The end itself is not part of the event."),
  attendees: z.array(Person).nullish(),
  organizer: Person.nullish(),
  recurrence: z.array(z.string()).nullish(),
  recurringEventId: z.string().nullish().describe("Id of the series this is one occurrence of."),
  hangoutLink: z.string().nullish().describe("Video call."),
  htmlLink: z.string().nullish().describe("Where to see it in the browser."),
});
