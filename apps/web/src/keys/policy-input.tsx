import type { AccessPolicy } from "@clawlink/contract";
import { PlainPolicyFields } from "./plain-policy-fields.tsx";
import type { PolicyChoices } from "./policy-fields.tsx";

/** A policy as part of a form: what was chosen with scripts, and fields to choose it without them. */
export function PolicyInput({ policy, choices }: { policy: AccessPolicy; choices: PolicyChoices }) {
  return (
    <>
      <input type="hidden" name="policy" value={JSON.stringify(policy)} />
      <noscript>
        <PlainPolicyFields policy={policy} choices={choices} />
      </noscript>
    </>
  );
}
