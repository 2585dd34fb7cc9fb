import { generateKeyPair } from "../packages/vault/src/generate-key.ts";

/** Prints a fresh vault key pair: `node scripts/make-vault-key.ts [key id]`. */
const keyId = process.argv[2] ?? `k${new Date().toISOString().slice(0, 10).replaceAll("-", "")}`;
const pair = await generateKeyPair(keyId);
console.log(`VAULT_PUBLIC_KEY=${pair.publicKey}`);
console.log(`VAULT_PRIVATE_KEYS=${pair.privateKey}`);
