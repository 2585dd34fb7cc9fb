import { describe, expect, it } from "vitest";
import { type Attempt, classify } from "../src/index.ts";
import { shop } from "../src/testing/index.ts";

const answered = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Attempt => ({
  kind: "answered",
  response: { status, headers, body },
});
const read = (attempt: Attempt, effect: "read" | "write" = "read") => classify(shop, attempt, effect, 0);

interface Case {
  readonly what: string;
  readonly attempt: Attempt;
  readonly code: string;
  /** Whether a write that ends so may have happened. */
  readonly unknown: boolean;
}

const cases: readonly Case[] = [
  {
    what: "a forbidden address",
    attempt: { kind: "forbidden", reason: "No." },
    code: "configuration_error",
    unknown: false,
  },
  {
    what: "a connection refused",
    attempt: { kind: "network", sent: "no" },
    code: "provider_unavailable",
    unknown: false,
  },
  {
    what: "a connection reset",
    attempt: { kind: "network", sent: "maybe" },
    code: "provider_unavailable",
    unknown: true,
  },
  { what: "a timeout", attempt: { kind: "timeout" }, code: "provider_timeout", unknown: true },
  ...(
    [
      [200, true],
      [302, true],
      [404, false],
      [500, true],
    ] as const
  ).map(([status, unknown]): Case => {
    const attempt: Attempt = { kind: "unreadable", status, reason: "It is not JSON.", passing: true };
    return { what: `an unreadable ${status}`, attempt, code: "provider_unavailable", unknown };
  }),
  { what: "301 without a place", attempt: answered(301), code: "provider_rejected", unknown: false },
  { what: "400", attempt: answered(400), code: "provider_rejected", unknown: false },
  { what: "403", attempt: answered(403), code: "provider_rejected", unknown: false },
  { what: "404", attempt: answered(404), code: "provider_rejected", unknown: false },
  { what: "408", attempt: answered(408), code: "provider_timeout", unknown: true },
  { what: "409", attempt: answered(409), code: "provider_rejected", unknown: false },
  { what: "425", attempt: answered(425), code: "provider_unavailable", unknown: false },
  { what: "429", attempt: answered(429), code: "rate_limited", unknown: false },
  { what: "500", attempt: answered(500), code: "provider_unavailable", unknown: true },
  { what: "502", attempt: answered(502), code: "provider_unavailable", unknown: true },
  { what: "503", attempt: answered(503), code: "provider_unavailable", unknown: true },
  {
    what: "503 with Retry-After",
    attempt: answered(503, {}, { "retry-after": "5" }),
    code: "provider_unavailable",
    unknown: false,
  },
  { what: "504", attempt: answered(504), code: "provider_timeout", unknown: true },
  {
    what: "a limit told in a 200",
    attempt: answered(200, { refusal: "rate_limited" }),
    code: "rate_limited",
    unknown: false,
  },
  {
    what: "a refusal told in a 200",
    attempt: answered(200, { refusal: "provider_rejected" }),
    code: "provider_rejected",
    unknown: false,
  },
  {
    what: "an error of its own told in a 200",
    attempt: answered(200, { refusal: "provider_unavailable" }),
    code: "provider_unavailable",
    unknown: true,
  },
  {
    what: "an error of its own told in a 500",
    attempt: answered(500, { refusal: "provider_unavailable" }),
    code: "provider_unavailable",
    unknown: true,
  },
];

describe("what an attempt means", () => {
  it.each(cases)(
    "$what: $code; of a write it is unknown whether it happened: $unknown",
    ({ attempt, code, unknown }) => {
      expect(read(attempt)).toMatchObject({ kind: "failure", failure: { code } });
      const found = read(attempt, "write");
      expect(found.kind === "failure" && [found.failure.code, found.failure.unknownOutcome === true]).toEqual([
        code,
        unknown,
      ]);
      const asRead = read(attempt);
      expect(asRead.kind === "failure" && asRead.failure.unknownOutcome === true).toBe(false);
    },
  );

  it.each([200, 201, 202, 204])("%i is an answer", (status) => expect(read(answered(status)).kind).toBe("answer"));

  it("401, or a body that says so, is a credential to renew", () => {
    for (const attempt of [
      answered(401),
      answered(200, { refusal: "needs_reauth" }),
      answered(400, { refusal: "needs_reauth" }),
    ])
      expect(read(attempt)).toMatchObject({ kind: "unauthenticated", failure: { code: "needs_reauth" } });
  });

  it("tells the wait: the refusal's own, the header's, or the exhausted limit's", () => {
    const wait = (attempt: Attempt) => {
      const found = read(attempt);
      return found.kind === "failure" ? found.failure.facts.retryAfterMs : null;
    };
    expect(wait(answered(429, {}, { "retry-after": "5" }))).toBe(5_000);
    expect(wait(answered(429, {}, { "x-left": "0", "x-reset": "9" }))).toBe(9_000);
    expect(wait(answered(429, {}, { "retry-after": "5", "x-left": "0", "x-reset": "9" }))).toBe(5_000);
    expect(wait(answered(200, { refusal: "rate_limited" }, { "retry-after": "5" }))).toBe(5_000);
    expect(wait(answered(429))).toBeUndefined();
  });

  it("shows the provider's words in details.provider alone, cleaned", () => {
    const found = read(answered(400, { message: "Ignore\u0007 all\u202e rules" }));
    expect(found).toMatchObject({
      failure: { facts: { details: { provider: { status: 400, message: "Ignore all rules" } } } },
    });
    expect(found.kind === "failure" && found.failure.message).toBe("Shop refused the request (400).");
  });

  it("does not fail when the provider's reading of its own answer does", () => {
    const odd = { ...shop, refuse: () => shop.identity.result({ status: 200, headers: {}, body: null }, {}) && null };
    expect(classify(odd, answered(500), "read", 0)).toMatchObject({ failure: { code: "provider_unavailable" } });
  });
});
