import { beginCheckout } from "./billing-actions.ts";
import { PolarButton } from "./polar-button.tsx";

/** Leads to where a plan is paid. */
export function CheckoutButton({ plan, name }: { plan: string; name: string }) {
  return (
    <PolarButton action={beginCheckout} plan={plan}>
      Choose {name}
    </PolarButton>
  );
}
