"use client";

import type { ReactNode } from "react";
import { MutationButton } from "#ui/mutation-button.tsx";
import { beginPortal } from "./billing-actions.ts";

/** Leads to the billing portal. */
export function PortalButton({ children }: { children: ReactNode }) {
  return (
    <MutationButton action={beginPortal} input={{}} onDone={({ url }) => window.location.assign(url)}>
      {children}
    </MutationButton>
  );
}
