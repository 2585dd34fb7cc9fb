import { AppError, type LogQuery } from "@clawlink/contract";
import { grainMs, keptSince, startOf } from "./period.ts";

/** A stretch of time, `[from, to)`, epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A moment, or a bare date (UTC), of which `to` takes in the whole day. Throws `bad_request`. */
function readMoment(text: string, field: "from" | "to"): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new AppError("bad_request", `${field} is not a date.`);
  const wholeDay = field === "to" && /^\d{4}-\d{2}-\d{2}$/.test(text);
  return wholeDay ? time + grainMs.day : field === "to" ? time + 1 : time;
}

/** The time a query is about: what it names, from `since` on. Without an end it goes on until tomorrow is over, whatever clocks say. */
export function readSpan(
  { from, to }: Pick<LogQuery, "from" | "to">,
  now: number,
  since: number = keptSince(now),
): Span {
  const open = startOf("day", now) + 2 * grainMs.day;
  return {
    from: Math.max(from ? readMoment(from, "from") : 0, since),
    to: Math.min(to ? readMoment(to, "to") : open, open),
  };
}
