"use client";

import { MutationButton } from "#ui/mutation-button.tsx";
import { beginCheckout } from "./billing-actions.ts";

/** Leads to where a plan is paid. */
export function ChooseButton({ plan, name }: { plan: string; name: string }) {
  return (
    <MutationButton action={beginCheckout} input={{ plan }} onDone={({ url }) => window.location.assign(url)}>
      Choose {name}
    </MutationButton>
  );
}
