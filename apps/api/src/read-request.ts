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

/** `value` as the schema reads it. Throws `bad_request` naming the fields. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { missingFields, invalidFields, messages } = problemsOf(parsed.error, value);
  throw new AppError("bad_request", messages.slice(0, 5).join(" "), { missingFields, invalidFields });
}

/** The JSON body of a request to `route`; an absent body is an empty object. */
export async function readBody(route: Route, request: Request): Promise<unknown> {
  const text = await readText(request, route.tag === "Execution" ? executionBodyLimit : bodyLimit);
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("bad_request", "The body is not JSON.");
  }
}
