/** A number of calls, with its unit. */
export function calls(count: number): string {
  return count === 1 ? "1 call" : `${count.toLocaleString("en")} calls`;
}

/** A length of time in milliseconds, or in seconds from ten on; a dash where there is none. */
export function duration(milliseconds: number | null): string {
  if (milliseconds === null) return "—";
  if (milliseconds < 10_000) return `${milliseconds.toLocaleString("en")} ms`;
  return `${(milliseconds / 1000).toLocaleString("en", { maximumFractionDigits: 1 })} s`;
}

/** A share in percent: never 100 % of what is not all, never 0 % of what is something. */
export function share(part: number, whole: number): string {
  if (whole === 0) return "—";
  const percent = (100 * part) / whole;
  if (part < whole && percent > 99.9) return "> 99.9%";
  if (part > 0 && percent < 0.1) return "< 0.1%";
  return `${percent.toLocaleString("en", { maximumFractionDigits: 1 })}%`;
}

/** An hour or a day, in UTC. */
export function stepName(startsAt: number, grain: "hour" | "day"): string {
  const iso = new Date(startsAt).toISOString();
  return grain === "day" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
