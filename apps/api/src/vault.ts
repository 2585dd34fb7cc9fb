import { createOpener, type Opener } from "@clawlink/vault/open";
import { createSealer, type Sealer } from "@clawlink/vault/seal";
import { type CredentialStore, createCredentialStore } from "@clawlink/vault/store";
import type { Bindings, Environment } from "./environment.ts";

/** Both doors of the vault and where its records lie; only this worker holds all three. */
export interface Vault {
  readonly sealer: Sealer;
  readonly opener: Opener;
  readonly store: CredentialStore;
}

const vaults = new Map<string, Promise<Pick<Vault, "sealer" | "opener">>>();

async function openDoors(environment: Environment) {
  const [sealer, opener] = await Promise.all([
    createSealer(environment.VAULT_PUBLIC_KEY),
    createOpener(environment.VAULT_PRIVATE_KEYS),
  ]);
  return { sealer, opener };
}

/** The vault of this configuration; keys are imported once an isolate. */
export async function openVault(bindings: Bindings, environment: Environment): Promise<Vault> {
  const id = environment.VAULT_PUBLIC_KEY;
  const doors = vaults.get(id) ?? openDoors(environment);
  vaults.set(id, doors);
  return { ...(await doors), store: createCredentialStore(bindings.CREDENTIALS) };
}
