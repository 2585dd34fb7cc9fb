import type { LimitHeaders } from "@clawlink/provider-kit";

/** The longest wait a provider is believed: an hour, in milliseconds. */
const longest = 3_600_000;

const clamp = (milliseconds: number) => Math.min(Math.max(Math.ceil(milliseconds), 0), longest);

/** `Retry-After` as milliseconds from `now`: seconds or an HTTP date (RFC 9110 section 10.2.3); null when absent or nonsense. */
export function retryAfterMs(value: string | undefined, now: number): number | null {
  if (value === undefined || value.trim() === "") return null;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return clamp(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : clamp(date - now);
}

/** When an exhausted limit resets, in milliseconds from `now`, by the provider's own headers; null when it is not exhausted or not told. */
export function limitResetMs(
  headers: Readonly<Record<string, string>>,
  limits: LimitHeaders | undefined,
  now: number,
): number | null {
  if (!limits || headers[limits.remaining] !== "0") return null;
  const reset = Number(headers[limits.reset]);
  if (!Number.isFinite(reset) || headers[limits.reset] === undefined) return null;
  switch (limits.resetUnit) {
    case "seconds":
      return clamp(reset * 1000);
    case "epoch_seconds":
      return clamp(reset * 1000 - now);
    case "epoch_milliseconds":
      return clamp(reset - now);
  }
}
