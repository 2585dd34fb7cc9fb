import { z } from "zod";
import { CliError } from "./cli-error.ts";
import type { ExitReason } from "./exit-code.ts";

/** Longer than ClawLink's own deadline for one provider call, in milliseconds. */
const timeoutMs = 150_000;
export const userAgent = "clawlink-cli/0.1.0";

/** One request to ClawLink. */
export interface Request<S extends z.ZodType> {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
  /** What is read of the answer. */
  readonly answer: S;
}

/** Asks ClawLink, with the key where there is one. Throws `CliError`. */
export async function ask<S extends z.ZodType>(
  to: { readonly baseUrl: string; readonly apiKey?: string },
  { method = "GET", path, body, answer }: Request<S>,
): Promise<z.output<S>> {
  const headers = new Headers({ accept: "application/json", "user-agent": userAgent });
  if (to.apiKey) headers.set("x-clawlink-api-key", to.apiKey);
  if (body !== undefined) headers.set("content-type", "application/json");
  const response = await fetch(to.baseUrl + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // A redirect would carry the key to wherever it points.
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new CliError("unreachable", `ClawLink at ${to.baseUrl} cannot be reached (${why(error)}).`);
  });
  const text = await response.text().catch(() => "");
  const parsed = parseJson(text);
  if (!response.ok) throw refusal(response.status, parsed);
  const read = answer.safeParse(parsed);
  if (read.success) return read.data;
  throw new CliError("unreachable", `What answers at ${to.baseUrl} is not a ClawLink this version understands.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Why fetch failed: Node puts the reason into the cause. */
function why(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || cause.name : "no reason given";
}

const Text = z.string().optional().catch(undefined);
const Names = z.array(z.string()).optional().catch(undefined);
const Refusal = z.object({
  error: z
    .union([z.string(), z.object({ code: Text, message: Text })])
    .optional()
    .catch(undefined),
  code: Text,
  hint: Text,
  missingFields: Names,
  invalidFields: Names,
  details: z.unknown().optional(),
  upgradeUrl: Text,
  canonical: z.object({ approval_url: Text }).optional().catch(undefined),
});

const reasons: Readonly<Record<string, ExitReason>> = {
  unauthorized: "signedOut",
  confirmation_required: "confirmation",
  needs_connection: "connection",
  needs_reauth: "connection",
  needs_scope_upgrade: "connection",
  invalid_arguments: "usage",
};

/** A refusal in words, ending with what to do. */
function refusal(status: number, body: unknown): CliError {
  const parsed = Refusal.safeParse(body).data ?? {};
  const error = typeof parsed.error === "object" ? parsed.error : { message: parsed.error, code: undefined };
  const code = error.code ?? parsed.code ?? `http_${status}`;
  const lines = [
    `${error.message ?? `ClawLink answered ${status}.`} (${code})`,
    parsed.missingFields?.length ? `Missing: ${parsed.missingFields.join(", ")}` : "",
    parsed.invalidFields?.length ? `Invalid: ${parsed.invalidFields.join(", ")}` : "",
    parsed.details === undefined ? "" : `Details: ${JSON.stringify(parsed.details).slice(0, 2000)}`,
    parsed.upgradeUrl ?? "",
    parsed.canonical?.approval_url ? `A person decides at ${parsed.canonical.approval_url}` : "",
    nextSteps[code] ?? parsed.hint ?? "",
  ];
  return new CliError(reasons[code] ?? "failed", lines.filter(Boolean).join("\n"), body ?? { error: lines[0], code });
}

const nextSteps: Readonly<Record<string, string>> = {
  unauthorized: "This key is not accepted (any more). Run: clawlink login",
  confirmation_required: "See what would be sent with --preview; send it with --confirm.",
  needs_connection: "Run: clawlink connect APP",
  needs_reauth: "Run: clawlink connect APP --again",
  needs_scope_upgrade: "Run: clawlink connect APP --again, and grant what is missing.",
  tool_not_found: "Run: clawlink search WHAT YOU WANT TO DO",
};
