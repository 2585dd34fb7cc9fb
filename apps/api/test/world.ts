import { exports } from "cloudflare:workers";
import { type AccessPolicy, type ConnectSessionAnswer, openPolicy, unwrap, type WebRpc } from "@clawlink/contract";
import { openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { pickAccount } from "@clawlink/testing/mint-token";
import { z } from "zod";
import { testEnv } from "./test-env.ts";

const entrypoints: unknown = exports;
/** This worker's two doors, as the platform exposes them to tests. */
const doors = entrypoints as { default: Fetcher; WebRpc: WebRpc };
export const rpc = doors.WebRpc;
export const database = openDatabase(testEnv.DB);
const keys = z
  .object({
    stripe: z.string(),
    resend: z.string(),
    twilio: z.object({ accountSid: z.string(), authToken: z.string() }),
  })
  .parse(JSON.parse(testEnv.TEST_KEYS));
export const stripeKey = keys.stripe;
export const urls = z.record(z.string(), z.string()).parse(JSON.parse(testEnv.TEST_URLS));

/** One person with a key, made for one test. */
export interface Person {
  readonly userId: string;
  readonly email: string;
  readonly key: string;
  readonly keyId: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any;
}

/** Makes a person with an open key. */
export async function makePerson(policy: AccessPolicy = openPolicy): Promise<Person> {
  const { id, email } = await makeUser(database);
  const made = unwrap(await rpc.createKey(id, "Test device", policy));
  return { userId: id, email, key: made.rawKey, keyId: made.apiKey.id };
}

/** Another key of the same person, with a policy of its own. */
export async function anotherKey(person: Person, policy: Partial<AccessPolicy>): Promise<Person> {
  const made = unwrap(await rpc.createKey(person.userId, "Another device", { ...openPolicy, ...policy }));
  return { ...person, key: made.rawKey, keyId: made.apiKey.id };
}

/** Calls the worker as a client does. */
export async function call(
  method: string,
  path: string,
  options: { key?: string; body?: unknown; raw?: string; headers?: Record<string, string> } = {},
): Promise<Answered> {
  const headers = new Headers({ "cf-connecting-ip": crypto.randomUUID(), ...options.headers });
  if (options.key) headers.set("x-clawlink-api-key", options.key);
  const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  if (body !== undefined) headers.set("content-type", "application/json");
  const response = await doors.default.fetch(`https://api.test${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
}

/** Goes through a provider's own consent page as `user`, and comes back with what it put into the redirect. */
export async function consent(authorizeUrl: string, user: string): Promise<URL> {
  const page = await fetch(authorizeUrl);
  const { action, fields } = pickAccount(await page.text(), user);
  const chosen = await fetch(new URL(action, authorizeUrl), { method: "POST", body: fields, redirect: "manual" });
  return new URL(chosen.headers.get("location") ?? "about:blank");
}

/** Connects an OAuth app as the hosted popup does; answers with the connection's id. */
export async function connectOAuth(
  person: Person,
  slug: string,
  user: string,
  connectionId: number | null = null,
): Promise<number> {
  const started = unwrap(await rpc.startConnect(person.userId, slug, connectionId));
  const browser = crypto.randomUUID();
  const { authorizeUrl } = unwrap(await rpc.authorize(person.userId, started.sessionToken, browser));
  const back = await consent(authorizeUrl, user);
  const done = unwrap(
    await rpc.completeAuthorization(person.userId, {
      integration: slug,
      state: back.searchParams.get("state") ?? "",
      code: back.searchParams.get("code"),
      error: back.searchParams.get("error"),
      browser,
    }),
  );
  return idOf(done);
}

/** Connects an app by its form; answers with the connection's id. */
export async function connectByForm(person: Person, slug: "stripe" | "resend" | "twilio"): Promise<number> {
  const started = unwrap(await rpc.startConnect(person.userId, slug, null));
  const fields = slug === "twilio" ? keys.twilio : { apiKey: keys[slug] };
  return idOf(unwrap(await rpc.submitCredentials(person.userId, started.sessionToken, { ...fields })));
}

function idOf({ session }: ConnectSessionAnswer): number {
  if (session.connectionId === null || session.status !== "connected")
    throw new Error(`Connecting ended as ${session.status}: ${session.errorMessage}`);
  return session.connectionId;
}
