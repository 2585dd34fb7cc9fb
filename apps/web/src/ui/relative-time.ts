const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How many seconds away a moment may be to be told as how long ago, else it is told as its date (UTC). */
const mostSeconds = 14 * 86_400;

/** How long before or after `now` (epoch milliseconds) a moment is, in words. */
export function relativeTime(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  if (Math.abs(seconds) < 45) return seconds > 0 ? "in a moment" : "just now";
  if (Math.abs(seconds) > mostSeconds) return iso.slice(0, 10);
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["minute", 60];
  return words.format(Math.round(seconds / length), unit);
}

/** A moment to the second, in UTC. */
export function utcTime(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}

/** A moment to the second, as clocks show it where this runs. */
export function localTime(iso: string): string {
  return new Date(iso).toLocaleString("en", { dateStyle: "medium", timeStyle: "long" });
}
