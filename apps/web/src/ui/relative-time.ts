const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** How many seconds away a moment may be to be told as how long ago, else it is told as its date (UTC). */
const mostSeconds = 14 * 86_400;

/** How long before or after `now` (epoch milliseconds) a moment is, in words; by hand, since browsers take 20 ms to load their own. */
export function relativeTime(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  if (Math.abs(seconds) < 45) return seconds > 0 ? "in a moment" : "just now";
  if (Math.abs(seconds) > mostSeconds) return iso.slice(0, 10);
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["minute", 60];
  const count = Math.round(Math.abs(seconds) / length);
  if (unit === "day" && count === 1) return seconds > 0 ? "tomorrow" : "yesterday";
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return seconds > 0 ? `in ${words}` : `${words} ago`;
}

/** A moment to the second, in UTC. */
export function utcTime(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}

/** A moment to the second, as clocks show it where this runs. */
export function localTime(iso: string): string {
  return new Date(iso).toLocaleString("en", { dateStyle: "medium", timeStyle: "long" });
}
