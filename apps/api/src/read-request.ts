import { AppError, type Route } from "@clawlink/contract";
import { problemsOf } from "@clawlink/provider-kit";
import type { z } from "zod";

/** The most a body may hold, in bytes: executions carry files, nothing else does. */
const bodyLimit = 1_000_000;
const executionBodyLimit = 100_000_000;

/** Reads a body up to `limit` bytes as text. Throws `payload_too_large` before reading on. */
export async function readCapped(body: ReadableStream | null, limit: number): Promise<string> {
  const chunks: string[] = [];
  let size = 0;
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    const bytes: Uint8Array = part.value;
    size += bytes.length;
    if (size > limit) {
      await reader?.cancel();
      throw tooLarge(limit);
    }
    chunks.push(decoder.decode(bytes, { stream: true }));
  }
  return chunks.join("") + decoder.decode();
}

/** Reads a request's body up to `limit` bytes as text. Throws `payload_too_large`, where it can before reading anything. */
export async function readText(request: Request, limit: number): Promise<string> {
  const told = Number(request.headers.get("content-length") ?? Number.NaN);
  if (told > limit) throw tooLarge(limit);
  // HTTP frames a body by its length, so no more than this comes; reading it chunk by chunk costs several times as much.
  return told <= limit ? request.text() : readCapped(request.body, limit);
}

function tooLarge(limit: number): AppError {
  const most = limit < 1_000_000 ? `${Math.floor(limit / 1_000)} KB` : `${Math.floor(limit / 1_000_000)} MB`;
  return new AppError("payload_too_large", `The body is over ${most}.`);
}

/** How deep lists and objects may be in one another: what reads them further on goes down by calling itself. */
const deepest = 200;

/** Whether lists and objects go on in one another for more than `levels`. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return levels === 0 || items.some((item) => isDeeper(item, levels - 1));
}

/** `value` as the schema reads it. Throws `bad_request` naming the fields. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { missingFields, invalidFields, messages } = problemsOf(parsed.error, value);
  throw new AppError("bad_request", messages.slice(0, 5).join(" "), { missingFields, invalidFields });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("bad_request", "The body is not JSON.");
  }
}

/** The JSON body of a request to `route`; an absent body is an empty object. */
export async function readBody(route: Route, request: Request): Promise<unknown> {
  const text = await readText(request, route.tag === "Execution" ? executionBodyLimit : bodyLimit);
  if (text.trim() === "") return {};
  const body = parseJson(text);
  // A short text cannot be that deep: most are not looked into.
  if (text.length > 2 * deepest && isDeeper(body, deepest))
    throw new AppError("bad_request", `The body is nested more than ${deepest} levels deep.`);
  return body;
}
