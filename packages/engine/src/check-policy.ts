import { type AccessPolicy, type Effect, effectTable } from "@clawlink/contract";

/** Why a key may not make this call, or null when it may. */
export function policyDenial(
  policy: AccessPolicy,
  integration: string,
  connectionId: number | null,
  effect: Effect,
): string | null {
  if (policy.apps && !policy.apps.includes(integration)) return `This key may not use ${integration}.`;
  if (policy.connections && connectionId !== null && !policy.connections.includes(connectionId))
    return `This key may not use connection ${connectionId}.`;
  if (effectTable[effect].rank > effectTable[policy.maxEffect].rank)
    return `This key may cause ${policy.maxEffect} effects at the most, and this is ${effect}.`;
  return null;
}
