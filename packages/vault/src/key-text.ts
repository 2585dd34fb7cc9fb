import { AppError } from "@clawlink/contract";
import { fromBase64Url } from "./base64url.ts";

/** A key as configured: `keyId:base64url` of 32 bytes. */
export interface KeyText {
  readonly keyId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads one configured key; `variable` is named in the `configuration_error`, the text never is. */
export function parseKeyText(text: string, variable: string): KeyText {
  const [keyId = "", encoded = "", ...rest] = text.trim().split(":");
  const bytes = fromBase64Url(encoded);
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(keyId) || bytes?.length !== 32 || rest.length > 0) throw badKey(variable);
  return { keyId, bytes };
}

/** The refusal to start without a usable key: credentials are never kept in clear instead. */
export function badKey(variable: string): AppError {
  return new AppError(
    "configuration_error",
    `${variable} is missing or malformed. Set it to a key of the form keyId:base64url; ` +
      "`node scripts/make-vault-key.ts` makes a pair.",
  );
}
