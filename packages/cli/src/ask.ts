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
  const read = answer.safeParse(parsed);
  if (response.ok && read.success) return read.data;
  const refused = response.ok ? null : refusal(response.status, parsed);
  throw (
    refused ?? new CliError("unreachable", `What answers at ${to.baseUrl} is not a ClawLink this version understands.`)
  );
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
  integration: z.string().nullish().catch(undefined),
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

const Nearest = z.strictObject({ nearest: z.array(z.string()).min(1) });

/** A refusal in words, ending with what to do; null for what no ClawLink answers. */
function refusal(status: number, body: unknown): CliError | null {
  const parsed = Refusal.safeParse(body).data;
  if (!parsed?.error) return null;
  const error = typeof parsed.error === "object" ? parsed.error : { message: parsed.error, code: undefined };
  const code = error.code ?? parsed.code ?? `http_${status}`;
  const nearest = Nearest.safeParse(parsed.details).data?.nearest;
  const said = (error.message ?? `ClawLink answered ${status}.`).replace(/ The nearest are [^.]*\.$/, "");
  const lines = [
    code === "unauthorized" ? "" : `${said} (${code})`,
    parsed.missingFields?.length ? `Missing: ${parsed.missingFields.join(", ")}` : "",
    parsed.invalidFields?.length ? `Invalid: ${parsed.invalidFields.join(", ")}` : "",
    nearest ? `Did you mean ${nearest.join(", ")}?` : "",
    parsed.details === undefined || nearest ? "" : `Details: ${JSON.stringify(parsed.details).slice(0, 2000)}`,
    parsed.upgradeUrl ?? "",
    parsed.canonical?.approval_url ? `A person decides at ${parsed.canonical.approval_url}` : "",
    nextStep(code, parsed.integration ?? "APP", nearest !== undefined) ?? parsed.hint ?? "",
  ];
  const text = lines.filter(Boolean).join("\n");
  return new CliError(reasons[code] ?? "failed", text, body ?? { error: said, code });
}

/** What to type next, where this program has a command for it. */
function nextStep(code: string, app: string, hasNearest: boolean): string | null {
  switch (code) {
    case "unauthorized":
      return process.env.CLAWLINK_API_KEY
        ? "The key in CLAWLINK_API_KEY is not accepted (any more). Make another under Devices and keys in the dashboard."
        : "The key of this machine is not accepted (any more). Run: clawlink login";
    case "confirmation_required":
      return "See what would be sent with --preview; send it with --confirm.";
    case "needs_connection":
      return `Run: clawlink connect ${app}`;
    case "needs_reauth":
      return `Run: clawlink connect ${app} --again`;
    case "needs_scope_upgrade":
      return `Run: clawlink connect ${app} --again, and grant what is missing.`;
    case "tool_not_found":
      return "Run: clawlink search WHAT YOU WANT TO DO";
    case "not_found":
      return hasNearest ? "Run: clawlink apps" : null;
    default:
      return null;
  }
}
