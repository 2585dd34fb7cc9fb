const words = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** The day of a moment (UTC), in words. */
export function utcDay(iso: string): string {
  return words.format(new Date(iso));
}
