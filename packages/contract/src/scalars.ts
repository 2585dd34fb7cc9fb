import { z } from "zod";

/** ISO 8601 UTC with milliseconds. */
export const Timestamp = z.iso.datetime({ precision: 3 });
/** The stable `user_integrations.id`. */
export const ConnectionId = z.int().positive();
/** An app's slug as callers write it; whether it exists is decided later. */
export const Slug = z.string().trim().toLowerCase().min(1).max(64);
/** A JSON object whose fields somebody else defines. */
export const JsonObject = z.record(z.string(), z.unknown());
/** A capability token in a path or body: long enough not to be guessed, short enough to hash. */
export const Token = z.string().min(16).max(200);
/** A query flag: `1`, `true`, `yes` are true. */
export const Flag = z.string().transform((text) => ["1", "true", "yes"].includes(text.toLowerCase()));
