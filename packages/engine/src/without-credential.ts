/** Shorter secrets are left alone: masking them would hide more than it protects. */
const shortest = 8;

/** What of a credential's header is secret: the token, or for Basic (RFC 7617) the pair and the password in it. */
function secretsOf(header: string): string[] {
  const token = header.slice(header.lastIndexOf(" ") + 1);
  if (!header.startsWith("Basic ")) return [token];
  const pair = Buffer.from(token, "base64").toString();
  return [token, pair.slice(pair.indexOf(":") + 1)];
}

/** An answer in which the credential it was asked with is masked: some providers repeat what they refuse. */
export function withoutCredential(bytes: Uint8Array, header: string | null): Uint8Array {
  const answer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const repeated = secretsOf(header ?? "")
    // JSON may have its slashes escaped.
    .flatMap((secret) => [secret, secret.replaceAll("/", "\\/")])
    .filter((secret) => secret.length >= shortest && answer.includes(secret));
  if (repeated.length === 0) return bytes;
  const masked = repeated.reduce((text, secret) => text.replaceAll(secret, "[secret]"), answer.toString("latin1"));
  return new Uint8Array(Buffer.from(masked, "latin1"));
}
