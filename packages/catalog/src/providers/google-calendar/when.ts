import { z } from "zod";

/** A day, or a moment with or without its offset. */
export const When = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/,
    "Must be a day or an ISO 8601 time.",
  )
  .refine((text) => !Number.isNaN(Date.parse(text)), "There is no such day or time.");

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
const hasZone = (text: string) => /(Z|[+-]\d{2}:?\d{2})$/i.test(text);

interface Span {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** What is wrong with when an event is, or nothing: Google answers such inputs with "Bad Request" alone. */
export function checkSpan({ start, end, timeZone }: Span, context: z.core.$RefinementCtx): void {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (start && end && isDay(start) !== isDay(end)) refuse("end", "Start and end must both be days or both be times.");
  else if (start && end && isDay(start) && end <= start)
    refuse("end", "The end is the day after the last, so it is later than the start.");
  else if (start && end && hasZone(start) && hasZone(end) && Date.parse(end) < Date.parse(start))
    refuse("end", "The end is before the start.");
  for (const time of [start, end])
    if (time && !isDay(time) && !hasZone(time) && !timeZone)
      refuse("timeZone", "A time without offset needs a time zone.");
}

/** A day or moment in Google's form. */
export function googleTime(when: string | undefined, timeZone: string | undefined): Record<string, string> | undefined {
  if (when === undefined) return undefined;
  if (isDay(when)) return { date: when };
  return {
    dateTime: /T\d{2}:\d{2}($|Z|[+-])/.test(when) ? when.replace(/(T\d{2}:\d{2})/, "$1:00") : when,
    ...(timeZone && { timeZone }),
  };
}
