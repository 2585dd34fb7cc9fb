import type { Secret } from "@clawlink/contract";
import type { Auth, EncodedRequest } from "@clawlink/provider-kit";
import { z } from "zod";
import { StageFailure } from "./failure.ts";

/** What a sealed record holds. */
export const Credential = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("oauth2"), accessToken: z.string(), refreshToken: z.string().nullable() }),
  z.object({ kind: z.literal("fields"), fields: z.record(z.string(), z.string()) }),
]);
export type Credential = z.infer<typeof Credential>;

/** Reads an opened record; the caller sends it at once and keeps nothing. */
export function readCredential(secret: Secret): Credential {
  return Credential.parse(JSON.parse(secret.open()));
}

const base64 = (text: string) =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));

/** The header that carries a credential, as the provider wants it. */
export function credentialHeader(auth: Auth, credential: Credential | null): { name: string; value: string } | null {
  if (auth.kind === "none") return null;
  if (auth.kind === "oauth2") {
    if (credential?.kind !== "oauth2")
      throw new StageFailure(
        "configuration_error",
        "This connection holds another kind of credential than the app needs.",
      );
    return { name: "authorization", value: `Bearer ${credential.accessToken}` };
  }
  if (credential?.kind !== "fields")
    throw new StageFailure(
      "configuration_error",
      "This connection holds another kind of credential than the app needs.",
    );
  const field = (name: string) => credential.fields[name] ?? "";
  switch (auth.kind) {
    case "bearer":
      return { name: "authorization", value: `Bearer ${field(auth.token)}` };
    case "basic":
      return { name: "authorization", value: `Basic ${base64(`${field(auth.username)}:${field(auth.password)}`)}` };
    case "api_key":
      return { name: auth.header.toLowerCase(), value: (auth.prefix ?? "") + field(auth.key) };
  }
}

/** The name of the header a credential will be in, for previews. */
export function credentialHeaderName(auth: Auth): string | null {
  if (auth.kind === "none") return null;
  return auth.kind === "api_key" ? auth.header.toLowerCase() : "authorization";
}

/** The request with its credential, for `fetch`: the only place where one is put in the clear. */
export function requestInit(
  encoded: EncodedRequest,
  header: { name: string; value: string } | null,
  signal: AbortSignal,
): RequestInit {
  return {
    method: encoded.method,
    headers: header ? { ...encoded.headers, [header.name]: header.value } : encoded.headers,
    body: typeof encoded.body === "object" && encoded.body ? new Uint8Array(encoded.body) : encoded.body,
    redirect: "manual",
    signal,
  };
}
