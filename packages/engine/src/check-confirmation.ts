import { type AccessPolicy, type Effect, effectTable } from "@clawlink/contract";

/** What has to happen before a call may run: nothing, the caller's own flag, or a person. */
export type Confirmation = "given" | "flag_missing" | "person_needed";

/** Whether this call is confirmed, as the key's policy understands confirmation (CONTRACT.md section 7). */
export function checkConfirmation(
  policy: AccessPolicy,
  effect: Effect,
  confirmed: boolean,
  approvedByPerson: boolean,
): Confirmation {
  if (!effectTable[effect].requiresConfirmation || approvedByPerson) return "given";
  switch (policy.confirmation) {
    case "none":
      return "given";
    case "agent":
      return confirmed ? "given" : "flag_missing";
    case "human":
      return "person_needed";
  }
}

/** Why a call needs confirmation, for the answer; null when it does not. */
export function confirmationReason(policy: AccessPolicy, effect: Effect): string | null {
  if (!effectTable[effect].requiresConfirmation) return null;
  const words = {
    none: "This key acts without confirmation.",
    agent: `A ${effect} action needs confirmed: true.`,
    human: `A ${effect} action needs a person's approval.`,
  };
  return words[policy.confirmation];
}
