import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What one local instance keeps secret; made once and kept, so that stored credentials stay readable. */
export interface LocalSecrets {
  readonly vaultPublicKey: string;
  readonly vaultPrivateKeys: string;
  readonly betterAuthSecret: string;
}

/** The instance's secrets from `<state>/secrets.json`, made on the first start; only this user may read them. */
export async function localSecrets(state: string): Promise<LocalSecrets> {
  const file = join(state, "secrets.json");
  if (existsSync(file)) return readKept(file);
  const { generateKeyPair } = await import("../../packages/vault/src/generate-key.ts");
  const pair = await generateKeyPair("local");
  const secrets: LocalSecrets = {
    vaultPublicKey: pair.publicKey,
    vaultPrivateKeys: pair.privateKey,
    betterAuthSecret: randomBytes(32).toString("base64url"),
  };
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

async function readKept(file: string): Promise<LocalSecrets> {
  const kept: unknown = JSON.parse(await readFile(file, "utf8"));
  if (!isSecrets(kept)) throw new Error(`${file} is damaged. Delete its folder to begin anew with empty storage.`);
  return kept;
}

function isSecrets(value: unknown): value is LocalSecrets {
  if (typeof value !== "object" || value === null) return false;
  const names = ["vaultPublicKey", "vaultPrivateKeys", "betterAuthSecret"];
  return names.every((name) => typeof Reflect.get(value, name) === "string");
}
