import type { BillingStatus } from "@clawlink/contract";
import type { Environment } from "../environment.ts";

/** Where a person stands with their plan; null when that cannot be told just now, which hides a warning and nothing else. */
export async function planOf({ RPC }: Pick<Environment, "RPC">, userId: string): Promise<BillingStatus | null> {
  const answer = await RPC.billingStatus(userId).catch((error: unknown) => {
    console.error("billing status", error);
    return null;
  });
  return answer?.ok ? answer.value : null;
}
