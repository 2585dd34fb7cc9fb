import type { CredentialAddress } from "@clawlink/vault/store";
import { reportError } from "../report-error.ts";
import type { Vault } from "../vault.ts";

/** Seconds a superseded credential stays readable for calls already under way. */
const graceSeconds = 600;

/** Lets a superseded credential go after its grace period; a failure is reported, and leaves ciphertext that no row names. */
export async function retireCredential({ store }: Pick<Vault, "store">, address: CredentialAddress): Promise<void> {
  try {
    const old = await store.read(address);
    if (old !== null) await store.write(address, old, graceSeconds);
  } catch (error) {
    reportError(error);
  }
}
