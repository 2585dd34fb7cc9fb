import { Secret } from "@clawlink/contract";
import type { OAuth2 } from "@clawlink/provider-kit";
import { OAuth2Tokens } from "arctic";
import { cleanDescription } from "./clean-description.ts";
import { failureOf } from "./failure-of.ts";
import { parseAnswer } from "./parse-answer.ts";
import type { Sent } from "./send.ts";
import type { TokenFailure, TokenResult, TokenSet } from "./types.ts";

/** What a bearer token may consist of, so that it is safe in a header (RFC 6750 section 2.1, taken generously). */
const tokenPattern = /^[\x21-\x7e]+$/;
const tenYearsMs = 10 * 365 * 86_400_000;

/** Reads a token endpoint's answer (RFC 6749 sections 5.1 and 5.2); `sentAt` is the epoch in ms before the request left. */
export function readTokenAnswer(auth: OAuth2, answer: Sent, sentAt: number): TokenResult {
  if (!answer.ok) return failed(answer.reason, answer.description);
  const fields = parseAnswer(answer.contentType, answer.text);
  const refused = fields?.error;
  if (fields && typeof refused === "string") return failed(failureOf(refused), describe(fields, refused));
  if (answer.status === 408 || answer.status === 425 || answer.status === 429 || answer.status >= 500) {
    return failed("unavailable", `The provider answered with status ${answer.status}.`);
  }
  if (answer.status < 200 || answer.status > 299 || !fields || fields.ok === false) {
    return failed("malformed", `The provider answered with status ${answer.status} and nothing that can be read.`);
  }
  const tokens = readTokens(auth, fields, sentAt);
  return tokens ? { ok: true, tokens } : failed("malformed", "The provider's answer holds no usable access token.");
}

function readTokens(auth: OAuth2, fields: Readonly<Record<string, unknown>>, sentAt: number): TokenSet | null {
  // Slack puts a person's token, as opposed to a bot's, under `authed_user`.
  const source = fields.access_token === undefined ? nested(fields.authed_user) : fields;
  const parsed = new OAuth2Tokens(source);
  const accessToken = "access_token" in source && typeof source.access_token === "string" ? source.access_token : "";
  if (!tokenPattern.test(accessToken)) return null;
  const refreshToken = parsed.hasRefreshToken() ? parsed.refreshToken() : null;
  return {
    accessToken: new Secret(accessToken),
    refreshToken: refreshToken && tokenPattern.test(refreshToken) ? new Secret(refreshToken) : null,
    expiresAt: expiry("expires_in" in source ? source.expires_in : undefined, sentAt),
    scopes: "scope" in source ? scopesOf(auth, source.scope) : null,
  };
}

function nested(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

/** A life of zero, less, or nonsense says nothing: the provider's 401 will tell. */
function expiry(expiresIn: unknown, sentAt: number): number | null {
  const seconds = typeof expiresIn === "string" && expiresIn.trim() !== "" ? Number(expiresIn) : expiresIn;
  if (typeof seconds !== "number" || !Number.isFinite(seconds) || seconds <= 0) return null;
  return sentAt + Math.min(Math.floor(seconds * 1000), tenYearsMs);
}

function scopesOf(auth: OAuth2, scope: unknown): string[] | null {
  // A blank separates whatever else the provider does: no scope may contain one (RFC 6749 section 3.3).
  const separators = (auth.grantedScopeSeparator ?? auth.scopeSeparator) === "," ? /[\s,]+/ : /\s+/;
  const list = typeof scope === "string" ? scope.split(separators) : scope;
  if (!Array.isArray(list)) return null;
  return [...new Set(list.filter((name) => typeof name === "string" && name !== ""))];
}

function describe(fields: Readonly<Record<string, unknown>>, code: string): string | null {
  return cleanDescription(fields.error_description) ?? cleanDescription(code);
}

function failed(reason: TokenFailure, description: string | null): TokenResult {
  return { ok: false, reason, description };
}
