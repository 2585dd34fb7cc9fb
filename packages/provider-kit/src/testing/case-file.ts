import { z } from "zod";

const ExpectedRequest = z.strictObject({
  method: z.string(),
  /** The whole URL, query included. */
  url: z.url(),
  /** Headers that must be there; others may be. */
  headers: z.record(z.string(), z.string()).optional(),
  /** A JSON value, or the exact text; left out when nothing is sent. */
  body: z.unknown().optional(),
});

const RecordedResponse = z.strictObject({
  status: z.int(),
  headers: z.record(z.string(), z.string()).default({}),
  /** A JSON value, or text; `base64` for bytes. */
  body: z.unknown().optional(),
  base64: z.base64().optional(),
});
export type RecordedResponse = z.infer<typeof RecordedResponse>;

const RecordedFile = z.strictObject({ name: z.string(), mimetype: z.string(), text: z.string() });

const Exchange = z.strictObject({
  name: z.string().min(3),
  input: z.record(z.string(), z.unknown()),
  account: z
    .strictObject({
      id: z.string().nullable().default(null),
      label: z.string().nullable().default(null),
      metadata: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
  files: z.record(z.string(), RecordedFile).default({}),
  request: ExpectedRequest,
  response: RecordedResponse,
  output: z.unknown(),
  /** The looks that settle it: exact request, answer, and what it tells; null for not done, left out when it tells nothing. */
  lookups: z
    .array(z.strictObject({ request: ExpectedRequest, response: RecordedResponse, output: z.unknown().optional() }))
    .default([]),
});
/** Input to exact request, answer to exact output. */
export type Exchange = z.infer<typeof Exchange>;

const BadInput = z.strictObject({
  name: z.string().min(3),
  input: z.unknown(),
  problems: z.strictObject({
    missingFields: z.array(z.string()).default([]),
    invalidFields: z.array(z.string()).default([]),
  }),
});

/** Input that fits the schema but cannot be sent safely: `request()` throws `UnsafeInput`. */
const UnsafeCase = z.strictObject({
  name: z.string().min(3),
  input: z.record(z.string(), z.unknown()),
  unsafe: z.literal(true),
});

const ProviderSaysNo = z.strictObject({
  name: z.string().min(3),
  response: RecordedResponse,
  refusal: z.looseObject({ code: z.string() }),
});

/** What a `<action>.cases.json` may hold. */
export const CaseFile = z.strictObject({
  cases: z.array(z.union([Exchange, BadInput, UnsafeCase, ProviderSaysNo])).min(2),
});
export type Case = z.infer<typeof CaseFile>["cases"][number];
