import { openPolicy } from "@clawlink/contract";
import { z } from "zod";

const Answer = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown().optional() }),
  z.looseObject({ ok: z.literal(false) }),
]);

/** Calls a verb that only signed-in people have; throws with the fault it answers. */
export async function personal(origin: string, method: string, ...args: readonly unknown[]): Promise<unknown> {
  const body = JSON.stringify({ method, args });
  const response = await fetch(`${origin}/bench/personal`, { method: "POST", body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${method}: ${response.status} ${text.slice(0, 300)}`);
  const answer = Answer.parse(JSON.parse(text));
  if (!answer.ok) throw new Error(`${method}: ${text.slice(0, 300)}`);
  return answer.value;
}

/** Somebody with an account and a device's key. */
export interface Person {
  readonly origin: string;
  readonly userId: string;
  readonly key: string;
}

const Key = z.object({ rawKey: z.string() });

export async function anotherDevice({ origin, userId }: Omit<Person, "key">): Promise<Person> {
  const { rawKey } = Key.parse(await personal(origin, "createKey", userId, "Device", openPolicy));
  return { origin, userId, key: rawKey };
}

export async function makePerson(origin: string): Promise<Person> {
  return anotherDevice({ origin, userId: z.string().parse(await personal(origin, "makeUser")) });
}

const Rows = z.array(z.object({ id: z.string(), status: z.string(), input: z.string().nullable() }));

/** The rows of somebody's calls in D1, once the cell has flushed them. */
export async function rowsOf({ origin, userId }: Person): Promise<z.infer<typeof Rows>> {
  await personal(origin, "flushUsage", userId);
  return Rows.parse(await personal(origin, "rows", userId));
}

const Started = z.object({ sessionToken: z.string() });
const Connected = z.object({ session: z.object({ status: z.literal("connected"), connectionId: z.number() }) });

/** Connects an app by its form with this key; the connection's id. */
export async function connectByKey({ origin, userId }: Person, slug: string, apiKey: string): Promise<number> {
  const { sessionToken } = Started.parse(await personal(origin, "startConnect", userId, slug, null));
  const done = await personal(origin, "submitCredentials", userId, sessionToken, { apiKey });
  return Connected.parse(done).session.connectionId;
}

/** Connects an app by OAuth; `consent` takes the authorize URL and comes back with the code. */
export async function connectByOAuth(
  { origin, userId }: Person,
  integration: string,
  consent: (authorizeUrl: URL) => Promise<string>,
): Promise<number> {
  const { sessionToken } = Started.parse(await personal(origin, "startConnect", userId, integration, null));
  const browser = crypto.randomUUID();
  const asked = await personal(origin, "authorize", userId, sessionToken, browser);
  const url = new URL(z.object({ authorizeUrl: z.string() }).parse(asked).authorizeUrl);
  const code = await consent(url);
  const returned = { integration, state: url.searchParams.get("state"), code, error: null, browser };
  return Connected.parse(await personal(origin, "completeAuthorization", userId, returned)).session.connectionId;
}

const Executed = z.looseObject({
  ok: z.boolean(),
  data: z.unknown().optional(),
  error: z.looseObject({ code: z.string(), retryAfterMs: z.number().optional() }).optional(),
  details: z.looseObject({ settled: z.string().optional() }).optional(),
  canonical: z.looseObject({ status: z.string() }),
  meta: z.looseObject({ requestId: z.string(), attempts: z.number(), pacedMs: z.number(), durationMs: z.number() }),
});
export type Executed = z.infer<typeof Executed>;

/** Runs a tool as an agent does. */
export async function execute(
  { origin, key }: Person,
  tool: string,
  input: Readonly<Record<string, unknown>>,
  controls: Readonly<Record<string, unknown>> = {},
): Promise<Executed> {
  const response = await fetch(`${origin}/api/tools/${tool}/execute`, {
    method: "POST",
    headers: { "x-clawlink-api-key": key, "content-type": "application/json" },
    body: JSON.stringify({ arguments: input, confirmed: true, ...controls }),
  });
  const text = await response.text();
  const answer = Executed.safeParse(response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text);
  if (!answer.success) throw new Error(`${tool} answered ${response.status} ${text.slice(0, 500)}`);
  return answer.data;
}
