/** What a record is sealed for; it opens only under the very same four values. */
export interface SealContext {
  readonly purpose: "connection" | "oauth-client" | "connect-session" | "hermes-key" | "result";
  /** The account it belongs to, or `operator`. */
  readonly owner: string;
  /** The row it belongs to. */
  readonly subject: string;
  readonly version: number;
}

const encoder = new TextEncoder();

/** HPKE's associated data: a JSON array, so that no two contexts share an encoding. */
export function associatedData(keyId: string, context: SealContext): Uint8Array<ArrayBuffer> {
  const fields = ["v1", keyId, context.purpose, context.owner, context.subject, context.version];
  return new Uint8Array(encoder.encode(JSON.stringify(fields)));
}
