"use client";

import { beginCheckout } from "./billing-actions.ts";
import { BillingButton } from "./billing-button.tsx";

/** Leads to where a plan is paid. */
export function CheckoutButton({ plan, name }: { plan: string; name: string }) {
  return (
    <BillingButton action={beginCheckout} input={{ plan }} onDone={({ url }) => window.location.assign(url)}>
      Choose {name}
    </BillingButton>
  );
}
