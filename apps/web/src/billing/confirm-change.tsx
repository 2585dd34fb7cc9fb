"use client";

import { useRouter } from "next/navigation";
import { changePlan } from "./billing-actions.ts";
import { BillingButton } from "./billing-button.tsx";

/** Changes the plan, and goes to where it is shown once it has changed. */
export function ConfirmChange({ plan, name }: { plan: string; name: string }) {
  const router = useRouter();
  return (
    <BillingButton action={changePlan} plan={plan} onDone={({ shownAt }) => router.replace(shownAt)}>
      Change to {name}
    </BillingButton>
  );
}
