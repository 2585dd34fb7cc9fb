/** What the vault needs of a key-value store; a KV namespace fits it as it is. */
export interface KeyValue {
  get(key: string): Promise<string | null>;
  /** `expirationTtl` is in seconds, 60 at the least. */
  put(key: string, value: string, options?: { expirationTtl?: number }): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Names one version of one connection's credential. */
export interface CredentialAddress {
  readonly owner: string;
  readonly connectionId: number;
  readonly version: number;
}

/** Sealed credentials by version. A version is written once and never changes, so any copy of it may be kept. */
export interface CredentialStore {
  /** With `expiresInSeconds` (60 at the least) the version goes by itself: how a superseded one gets its grace period. */
  write(address: CredentialAddress, record: string, expiresInSeconds?: number): Promise<void>;
  /** The record, or null. Never call it before that version was written: KV remembers a miss for a minute. */
  read(address: CredentialAddress): Promise<string | null>;
  remove(address: CredentialAddress): Promise<void>;
}

/** A credential store over `kv`, at `credential/<owner>/<connectionId>/<version>`. */
export function createCredentialStore(kv: KeyValue): CredentialStore {
  return {
    write: (address, record, expiresInSeconds) =>
      kv.put(keyOf(address), record, expiresInSeconds === undefined ? {} : { expirationTtl: expiresInSeconds }),
    read: (address) => kv.get(keyOf(address)),
    remove: (address) => kv.delete(keyOf(address)),
  };
}

function keyOf({ owner, connectionId, version }: CredentialAddress): string {
  return `credential/${encodeURIComponent(owner)}/${connectionId}/${version}`;
}
