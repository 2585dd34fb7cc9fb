import * as z from "zod";
import { Failure } from "./failure.ts";
import type { Settings } from "./settings.ts";

/** Longer than the product's own deadline for one provider call, in milliseconds. */
const timeoutMs = 150_000;
const maxAnswerBytes = 8 * 1024 * 1024;
const Refused = z.object({ ok: z.literal(false) });

/** One request to ClawLink. */
export interface Request<S extends z.ZodType> {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
  /** What is read of the answer. */
  readonly answer: S;
  readonly signal?: AbortSignal;
  /** The tool a failure is about. */
  readonly tool?: string;
}

/** Asks ClawLink, with the key where there is one. Throws `Failure` for a refusal, `Error` when it cannot be reached or understood. */
export async function ask<S extends z.ZodType>(settings: Settings, request: Request<S>): Promise<z.output<S>> {
  const signals = [AbortSignal.timeout(timeoutMs), ...(request.signal ? [request.signal] : [])];
  const headers = new Headers({ accept: "application/json", "user-agent": "clawlink-openclaw-plugin/0.1.0" });
  if (settings.apiKey) headers.set("x-clawlink-api-key", settings.apiKey);
  if (request.body !== undefined) headers.set("content-type", "application/json");
  const response = await fetch(settings.baseUrl + request.path, {
    method: request.method ?? "GET",
    headers,
    body: request.body === undefined ? undefined : JSON.stringify(request.body),
    // A redirect would carry the key to wherever it points.
    redirect: "error",
    signal: AbortSignal.any(signals),
  }).catch((error: unknown) => {
    request.signal?.throwIfAborted();
    throw new Error(`ClawLink at ${settings.baseUrl} cannot be reached (${reason(error)}). Try again in a while.`);
  });
  const body = await readJson(response, settings);
  // A call that waits for a person is accepted (202) and has not run.
  if (!response.ok || Refused.safeParse(body).success) throw new Failure(response.status, body, request.tool);
  const parsed = request.answer.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Error(`What answers at ${settings.baseUrl} is not a ClawLink this plugin understands.`);
}

/** Why fetch failed: Node puts the reason into the cause. */
function reason(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message.slice(0, 200) : "no reason given";
}

async function readJson(response: Response, { baseUrl }: Settings): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) throw new Error(`ClawLink's answer is over ${maxAnswerBytes} bytes. Ask for less.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    if (!response.ok) return {};
    throw new Error(`What answers at ${baseUrl} is not ClawLink: its answer is not JSON.`);
  }
}
