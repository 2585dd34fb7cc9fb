"use client";

import type { ReactNode } from "react";
import type { ButtonLook } from "#ui/button-look.ts";
import { beginPortal } from "./billing-actions.ts";
import { BillingButton } from "./billing-button.tsx";

/** Leads to the billing portal. */
export function PortalButton({ size, children }: Pick<ButtonLook, "size"> & { children: ReactNode }) {
  return (
    <BillingButton
      variant="default"
      size={size}
      action={beginPortal}
      input={{}}
      onDone={({ url }) => window.location.assign(url)}
    >
      {children}
    </BillingButton>
  );
}
