import { type Behaviour, type Hit, sendJson } from "../upstream.ts";

/** Who calls: a read, a write the provider has no key for, and one that carries our idempotency key. */
export type Kind = "read" | "write" | "keyed write";

/** What the engine is to make of a behaviour that never changes. */
interface Expected {
  readonly hits: number;
  readonly code: string;
  /** Whether nobody can know if it happened. */
  readonly unknown: boolean;
}

/** Something that goes wrong at the provider, each time it is asked. */
export interface Case {
  readonly name: string;
  readonly behave: Behaviour;
  /** The least time between two attempts, in milliseconds. */
  readonly gapMs?: number;
  readonly expected: Readonly<Record<Kind, Expected>>;
}

const rejected: Expected = { hits: 1, code: "provider_rejected", unknown: false };
const status =
  (code: number, headers: () => Record<string, string> = () => ({})): Behaviour =>
  (response) =>
    sendJson(response, code, { message: `Answer ${code}` }, headers());
const both = (code: string, times: number) => ({ hits: times, code, unknown: false });
const once = (code: string, unknown: boolean): Expected => ({ hits: 1, code, unknown });

/** Repeated where nothing can be done twice; a plain write goes out once, and its outcome is unknown. */
const unsure = (code: string): Case["expected"] => ({
  read: both(code, 4),
  write: once(code, true),
  "keyed write": { hits: 4, code, unknown: true },
});
/** The provider says that it did nothing: everybody may ask again. */
const nothingRan = (code: string): Case["expected"] => ({
  read: both(code, 4),
  write: both(code, 4),
  "keyed write": both(code, 4),
});

const hang: Behaviour = () => {};
const reset: Behaviour = (response) => response.socket?.resetAndDestroy();
const truncated: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"number":1,"title":"cut', () => response.socket?.destroy());
};
const page: Behaviour = (response) =>
  void response.writeHead(200, { "content-type": "text/html" }).end("<html><body>Down for maintenance</body></html>");
const seconds = () => ({ "retry-after": "1" });
const date = () => ({ "retry-after": new Date(Date.now() + 2_500).toUTCString() });

/** What went wrong, and what is to come of it (ARCHITECTURE.md section 2, property 6): docs/reliability.md explains the table. */
export const cases: readonly Case[] = [
  { name: "reset after the request", behave: reset, expected: unsure("provider_unavailable") },
  {
    name: "no answer in 20 s",
    behave: hang,
    expected: {
      read: both("provider_timeout", 3),
      write: once("provider_timeout", true),
      "keyed write": { hits: 3, code: "provider_timeout", unknown: true },
    },
  },
  { name: "408", behave: status(408), expected: unsure("provider_timeout") },
  { name: "409", behave: status(409), expected: { read: rejected, write: rejected, "keyed write": rejected } },
  { name: "425", behave: status(425), expected: nothingRan("provider_unavailable") },
  { name: "429, Retry-After: 1", behave: status(429, seconds), gapMs: 1_000, expected: nothingRan("rate_limited") },
  { name: "429, Retry-After: a date", behave: status(429, date), gapMs: 1_000, expected: nothingRan("rate_limited") },
  { name: "429 alone", behave: status(429), expected: nothingRan("rate_limited") },
  { name: "500", behave: status(500), expected: unsure("provider_unavailable") },
  { name: "502", behave: status(502), expected: unsure("provider_unavailable") },
  { name: "503", behave: status(503), expected: unsure("provider_unavailable") },
  {
    name: "503, Retry-After: 1",
    behave: status(503, seconds),
    gapMs: 1_000,
    expected: nothingRan("provider_unavailable"),
  },
  { name: "504", behave: status(504), expected: unsure("provider_timeout") },
  { name: "a body cut short", behave: truncated, expected: unsure("provider_unavailable") },
  { name: "an HTML page", behave: page, expected: unsure("provider_unavailable") },
];

/** The shortest time between two attempts, in milliseconds. */
export function shortestGap(hits: readonly Hit[]): number {
  return Math.min(...hits.slice(1).map((hit, index) => hit.at - (hits[index]?.at ?? 0)));
}
