"use client";

import { useRouter } from "next/navigation";
import { changePlan } from "./billing-actions.ts";
import { BillingButton } from "./billing-button.tsx";
import { billingPath } from "./billing-path.ts";

/** Changes the plan, and goes to where it is shown once it has changed. */
export function ConfirmChange({ plan, name }: { plan: string; name: string }) {
  const router = useRouter();
  return (
    <BillingButton
      action={changePlan}
      input={{ plan }}
      onDone={() => router.replace(`${billingPath}?${new URLSearchParams({ changed: plan })}`)}
    >
      Change to {name}
    </BillingButton>
  );
}
