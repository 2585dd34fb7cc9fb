const words = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const months = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** The day of a moment (UTC), in words. */
export function utcDay(iso: string): string {
  return words.format(new Date(iso));
}

/** The name of the calendar month (UTC) that ends at a moment. */
export function monthBefore(iso: string): string {
  return months.format(Date.parse(iso) - 1);
}
