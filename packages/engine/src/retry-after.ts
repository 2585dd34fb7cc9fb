import type { LimitHeaders } from "@clawlink/provider-kit";

/** The longest wait a provider is believed: an hour, in milliseconds. */
const longest = 3_600_000;

const clamp = (milliseconds: number) => Math.min(Math.max(Math.ceil(milliseconds), 0), longest);

/** The three forms of an HTTP date (RFC 9110 section 5.6.7); the parser of dates alone takes almost anything, "-5" among it. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;
const isoDate = /^\d{4}-\d\d-\d\d[T ]/;

/** A date as milliseconds since the epoch, or null; asctime's form names no zone and means GMT. */
function moment(value: string): number | null {
  if (!httpDate.test(value) && !isoDate.test(value)) return null;
  const parsed = Date.parse(/\d{4}$/.test(value) && !/[+-]\d{4}$/.test(value) ? `${value} GMT` : value);
  return Number.isNaN(parsed) ? null : parsed;
}

/** `Retry-After` as milliseconds from `now`: seconds or an HTTP date (RFC 9110 section 10.2.3); null when absent or nonsense. */
export function retryAfterMs(value: string | undefined, now: number): number | null {
  if (value === undefined || value.trim() === "") return null;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return clamp(Number(value) * 1000);
  const date = moment(value.trim());
  return date === null ? null : clamp(date - now);
}

/** How many calls are left until the limit resets, and when that is in milliseconds from `now`; null when the headers do not say. */
export function windowLeft(
  headers: Readonly<Record<string, string>>,
  limits: LimitHeaders | undefined,
  now: number,
): { remaining: number; resetMs: number } | null {
  const remaining = limits && headers[limits.remaining];
  const resetMs = limits ? resetIn(headers[limits.reset], limits, now) : null;
  if (remaining === undefined || resetMs === null || !/^\d+$/.test(remaining)) return null;
  return { remaining: Number(remaining), resetMs };
}

/** When an exhausted limit resets, in milliseconds from `now`, by the provider's own headers; null when it is not exhausted or not told. */
export function limitResetMs(
  headers: Readonly<Record<string, string>>,
  limits: LimitHeaders | undefined,
  now: number,
): number | null {
  const left = windowLeft(headers, limits, now);
  return left?.remaining === 0 ? left.resetMs : null;
}

function resetIn(value: string | undefined, limits: LimitHeaders, now: number): number | null {
  if (value === undefined) return null;
  const date = moment(value.trim());
  if (date !== null) return clamp(date - now);
  const reset = value.trim() === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(reset)) return null;
  switch (limits.resetUnit) {
    case "seconds":
      return clamp(reset * 1000);
    case "milliseconds":
      return clamp(reset);
    case "epoch_seconds":
      return clamp(reset * 1000 - now);
    case "epoch_milliseconds":
      return clamp(reset - now);
  }
}
