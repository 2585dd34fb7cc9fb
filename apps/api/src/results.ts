import type { Results } from "@clawlink/engine";
import type { Vault } from "./vault.ts";

/** How long a stored result can be read, in seconds. */
const keptSeconds = 24 * 3_600;

const keyOf = (accountId: string, executionId: string) => `result/${accountId}/${executionId}`;

/** Outputs too large for an answer, sealed in KV for a day and readable by their account alone. */
export function createResults(kv: KVNamespace, vault: Pick<Vault, "sealer" | "opener">): Results {
  const context = (accountId: string, executionId: string) =>
    ({ purpose: "result", owner: accountId, subject: executionId, version: 1 }) as const;
  return {
    async put(accountId, executionId, output) {
      const record = await vault.sealer.seal(JSON.stringify(output), context(accountId, executionId));
      await kv.put(keyOf(accountId, executionId), record, { expirationTtl: keptSeconds });
    },
    async get(accountId, executionId) {
      const record = await kv.get(keyOf(accountId, executionId));
      if (record === null) return undefined;
      return JSON.parse((await vault.opener.open(record, context(accountId, executionId))).open());
    },
  };
}
